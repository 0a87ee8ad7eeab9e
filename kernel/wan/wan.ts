import type { InstantMs, WaitOptions } from '#kernel/time/clock.ts'

/**
 * The port of the WAN: who may send what, and when it arrives. The DCN is a star: every byte crosses one site's link,
 * to (`down`) or from (`up`) the hub. The hub's process owns the one model that all traffic of a cloud shares.
 */
export interface Wan {
  /** Starts a bulk transfer now; its flow competes with all others until it ends. */
  startTransfer(request: TransferRequest): Transfer
  /**
   * One small message: resolves when its last byte has arrived (half a round trip plus its bytes at the rate the model
   * gives it). A link that is down swallows it until it heals or the signal aborts.
   */
  message(request: MessageRequest, options?: WaitOptions): Promise<void>

  /** Changes a link while traffic flows; what is not named stays. @throws NotFoundError for an unknown site */
  setLink(site: string, change: LinkChange): void
  link(site: string): LinkState
  links(): readonly LinkState[]
  /** What has crossed, by link, direction, class and operation, up to now, transfers in flight included. */
  traffic(): readonly TrafficCount[]
}

/** `down`: hub to site. `up`: site to hub. */
export type Direction = 'down' | 'up'
export type TrafficClass = 'image' | 'volume' | 'backup' | 'control'

export interface TrafficLabel {
  readonly site: string
  readonly direction: Direction
  readonly class: TrafficClass
  /** What the bytes were for, e.g. `copy-image 8083c7e7-...`. */
  readonly operation: string
}

export interface TransferRequest extends TrafficLabel {
  readonly phases: readonly TransferPhase[]
}

/** Sequential chunks: each takes its bytes at the flow's rate plus a fixed wait, so a phase is `bytes` at a capped rate. */
export interface DataPhase {
  readonly kind: 'data'
  readonly bytes: number
  /** Bytes sent before the sender waits: the stop-and-wait unit (8 MiB for Glance on RBD). */
  readonly chunkBytes: number
  /** Whether each chunk waits for a round trip of the link, as sequential synchronous writes do. */
  readonly roundTripPerChunk: boolean
  /** Fixed wait per chunk beside the round trip, e.g. the storage term `t_osd`. */
  readonly chunkLatencyMs: number
}
/** Chunks that move no bytes (holes of a sparse read) but wait a round trip each. */
export interface HolePhase {
  readonly kind: 'hole'
  readonly chunks: number
  readonly chunkLatencyMs: number
}
export type TransferPhase = DataPhase | HolePhase

export interface Transfer {
  /**
   * Resolves when the model says that this many bytes of the transfer (cumulative) have arrived, holes before them
   * included. Stands still while the link is down.
   */
  arrived(bytes: number, options?: WaitOptions): Promise<void>
  /** Resolves when the last phase is over. */
  finished(options?: WaitOptions): Promise<TransferResult>
  /** Ends the flow now; what has crossed stays counted. Idempotent, and harmless after the end. */
  cancel(): void
  /** Bytes that have arrived by now. */
  progressBytes(): number
}

export interface TransferResult {
  readonly bytes: number
  readonly startedMs: InstantMs
  readonly endedMs: InstantMs
}

export interface MessageRequest extends TrafficLabel {
  readonly bytes: number
}

export interface LinkChange {
  /** Both directions; `undefined` leaves them. `Infinity` is unlimited. */
  readonly bandwidthBitsPerSecond?: number | undefined
  readonly downBitsPerSecond?: number | undefined
  readonly upBitsPerSecond?: number | undefined
  readonly rttMs?: number | undefined
  readonly state?: 'up' | 'down' | undefined
}

export interface LinkState {
  readonly site: string
  readonly downBitsPerSecond: number
  readonly upBitsPerSecond: number
  readonly rttMs: number
  readonly state: 'up' | 'down'
}

export interface TrafficCount extends TrafficLabel {
  readonly bytes: number
  readonly messages: number
}
