import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { CapStep, FlowCap, FlowId } from '#kernel/flow/flow-solver.ts'
import type { HeapEntry } from '#kernel/flow/indexed-heap.ts'
import { heapEntry } from '#kernel/flow/indexed-heap.ts'
import type { InstantMs } from '#kernel/time/clock.ts'
import type { Direction, LinkState, TransferPhase } from './wan.ts'

/** Bytes that compete for the link. */
export interface FlowLeg {
  readonly kind: 'flow'
  readonly bytes: number
  /** Stop-and-wait unit; Infinity for none. */
  readonly chunkBytes: number
  readonly waitPerChunk: Wait
}
/** Waits, one after another, that need the link but none of its bandwidth. */
export interface WaitLeg {
  readonly kind: 'wait'
  readonly count: number
  readonly wait: Wait
}
export type Leg = FlowLeg | WaitLeg

/** `roundTrips` of the link plus a fixed time. */
export interface Wait {
  readonly roundTrips: number
  readonly fixedMs: number
}

export function waitMs(wait: Wait, link: LinkState): number {
  return Math.max(0, wait.roundTrips * link.rttMs + wait.fixedMs)
}

/** One thing under way over a link: its legs in order, and where it is. */
export class Passage {
  readonly order: number
  readonly site: string
  readonly direction: Direction
  readonly legs: readonly Leg[]
  readonly bytes: number
  readonly startedMs: InstantMs
  endedMs: InstantMs | undefined
  legIndex = 0
  /** Bytes of the legs before this one. */
  doneBytes = 0
  /** Set while a flow leg runs. */
  flow: FlowId | undefined
  /** Waits of the present leg that were still ahead at `waitSinceMs`. */
  waitsLeft = 0
  waitSinceMs: InstantMs = 0
  readonly waitEnd: HeapEntry<Passage>
  /** An event is wanted when this many bytes have arrived. */
  markBytes = Number.POSITIVE_INFINITY

  constructor(order: number, site: string, direction: Direction, legs: readonly Leg[], startedMs: InstantMs) {
    this.order = order
    this.site = site
    this.direction = direction
    this.legs = legs
    this.bytes = legs.reduce((sum, leg) => sum + (leg.kind === 'flow' ? leg.bytes : 0), 0)
    this.startedMs = startedMs
    this.waitEnd = heapEntry<Passage>(this)
  }

  get leg(): Leg | undefined {
    return this.legs[this.legIndex]
  }
}

export function transferLeg(phase: TransferPhase): Leg {
  const { chunkLatencyMs } = phase
  checkAtLeast(0, chunkLatencyMs, 'chunkLatencyMs')
  if (phase.kind === 'hole') {
    checkAtLeast(0, phase.chunks, 'chunks')
    return { kind: 'wait', count: phase.chunks, wait: { roundTrips: 1, fixedMs: chunkLatencyMs } }
  }
  const { bytes, chunkBytes, roundTripPerChunk } = phase
  checkAtLeast(0, bytes, 'bytes')
  checkAtLeast(1, chunkBytes, 'chunkBytes')
  return {
    kind: 'flow',
    bytes,
    chunkBytes,
    waitPerChunk: { roundTrips: roundTripPerChunk ? 1 : 0, fixedMs: chunkLatencyMs },
  }
}

function checkAtLeast(least: number, value: number, name: string): void {
  if (!(value >= least) || value === Number.POSITIVE_INFINITY) {
    throw new InvalidArgumentError(`${name} of a transfer cannot be ${value}`)
  }
}

/**
 * The limit that waiting after every chunk puts on a flow: `chunk / (wait + chunk / path)`, with its own step for a last,
 * shorter chunk, which waits as long as the others.
 *
 * @param pathBytesPerMs - the smallest capacity on the way
 */
export function stopAndWaitCap(leg: FlowLeg, link: LinkState, pathBytesPerMs: number): FlowCap {
  const wait = waitMs(leg.waitPerChunk, link)
  if (wait === 0) return Number.POSITIVE_INFINITY
  const chunkRate = (chunk: number) => chunk / (wait + chunk / pathBytesPerMs)
  const lastBytes = leg.bytes % leg.chunkBytes
  const wholeBytes = leg.bytes - lastBytes
  if (lastBytes === 0) return chunkRate(leg.chunkBytes)
  if (wholeBytes === 0) return chunkRate(lastBytes)
  const steps: CapStep[] = [
    { fromBytes: 0, bytesPerMs: chunkRate(leg.chunkBytes) },
    { fromBytes: wholeBytes, bytesPerMs: chunkRate(lastBytes) },
  ]
  return steps
}
