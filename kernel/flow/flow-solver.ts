import type { InstantMs } from '#kernel/time/clock.ts'

/**
 * Fluid sharing of rates. A flow f of weight w crosses resources; its rate is weighted max-min fair:
 *
 *     rate(f) = min(cap(sent), w x min over its resources of level(r))     bytes per ms
 *     sum of rate(f) over r  <=  capacity(r)                               bytes per ms
 *
 * where `level(r)` (bytes per ms per unit of weight) is Infinity unless r is full. So no flow could be faster without
 * slowing one that has no more per weight than it.
 *
 * Units: bytes, bytes per millisecond, instants in milliseconds on whatever clock the caller keeps. Solvers know no
 * clock, do no I/O and call nobody back; the same calls give the same answers. Changes made at one instant are solved
 * together, when the next question is asked or time moves on.
 *
 * Known to be wrong: real senders need round trips to find a new rate; here every flow takes its share at once. What a
 * real sender cannot do must come in as its cap.
 */
export interface FlowSolver {
  /**
   * @param capacityBytesPerMs - may be Infinity, or 0 (its flows stand still)
   * @param options.parent - the resource that everything crossing this one crosses next; only a tree solver needs it
   */
  addResource(id: string, capacityBytesPerMs: number, options?: ResourceOptions): void
  setCapacity(id: string, capacityBytesPerMs: number, now: InstantMs): void
  /** What crosses the resource now, in bytes per ms. */
  load(id: string): number

  start(spec: FlowSpec, now: InstantMs): FlowId
  setCap(flow: FlowId, cap: FlowCap, now: InstantMs): void
  /** Asks for an event when `sentBytes` (of this flow) have crossed; replaces the flow's earlier mark. */
  setMark(flow: FlowId, sentBytes: number, now: InstantMs): void
  /** Ends a flow. @returns the bytes that it had sent. An ended flow is unknown from then on. */
  cancel(flow: FlowId, now: InstantMs): number

  rate(flow: FlowId): number
  /** Bytes sent by `now`, which must not lie beyond the next event. */
  sent(flow: FlowId, now: InstantMs): number
  remaining(flow: FlowId, now: InstantMs): number

  /** When something happens next if nobody interferes; Infinity if nothing will. May name a moment without an event. */
  nextEventAt(): InstantMs
  /** Lets time pass. @returns what happened up to and including `now`, in order, each at its own instant */
  advance(now: InstantMs): FlowEvent[]
}

export type FlowId = number

export interface ResourceOptions {
  readonly parent?: string | undefined
}

export interface FlowSpec {
  /** From the leaf to the root where a tree solver is used. */
  readonly resources: readonly string[]
  /** Infinity for a flow that only `cancel` ends. */
  readonly bytes: number
  /** Default Infinity. */
  readonly cap?: FlowCap | undefined
  /** Default 1. */
  readonly weight?: number | undefined
}

/** The flow's own limit in bytes per ms: constant, or steps by bytes sent (ascending, the first from 0). */
export type FlowCap = number | readonly CapStep[]

export interface CapStep {
  readonly fromBytes: number
  readonly bytesPerMs: number
}

/** `finished`: all bytes have crossed, the flow is gone. `mark`: the bytes of its mark have. */
export interface FlowEvent {
  readonly kind: 'finished' | 'mark'
  readonly flow: FlowId
  readonly at: InstantMs
}

/** Two instants closer than this are one: a tenth of a nanosecond, or what a double still resolves at that date. */
export function instantSlackMs(now: InstantMs): number {
  return 1e-7 + Math.abs(now) * 2.3e-16
}

/** When `left` will have passed at `rate` per ms; `now` itself if that is closer than instants can be told apart. */
export function instantAfter(now: InstantMs, left: number, rate: number): InstantMs {
  return left <= rate * instantSlackMs(now) ? now : now + left / rate
}
