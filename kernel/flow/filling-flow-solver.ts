import { AlreadyExistsError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { InstantMs } from '#kernel/time/clock.ts'
import {
  type FlowCap,
  type FlowEvent,
  type FlowId,
  type FlowSolver,
  type FlowSpec,
  instantAfter,
  instantSlackMs,
} from './flow-solver.ts'
import { capSteps, checkCapacity, FlowState, known } from './flow-state.ts'
import { type HeapEntry, heapEntry, IndexedHeap } from './indexed-heap.ts'
import { fillProgressively, type SharedResource, type SharingClass } from './progressive-filling.ts'

class Resource implements SharedResource {
  readonly id: string
  capacity: number
  readonly classes = new Set<FlowClass>()

  constructor(id: string, capacity: number) {
    this.id = id
    this.capacity = capacity
  }
}

class FlowClass implements SharingClass {
  readonly key: string
  readonly path: readonly Resource[]
  readonly weight: number
  readonly cap: number
  members = 0
  rate = 0
  /** Bytes that each of its flows has sent since the class was made, up to the solver's now. */
  clock = 0
  /** By the reading of `clock` at which the flow must be looked at again. */
  readonly stops = new IndexedHeap<FlowId>()

  constructor(key: string, path: readonly Resource[], weight: number, cap: number) {
    this.key = key
    this.path = path
    this.weight = weight
    this.cap = cap
  }
}

interface Flow {
  readonly state: FlowState
  readonly path: readonly Resource[]
  readonly stop: HeapEntry<FlowId>
  class: FlowClass | undefined
  /** The class's clock when `state.sentBytes` was written down. */
  joinedAt: number
  /** What `state.sentBytes` will be at the stop. */
  stopBytes: number
}

/**
 * Max-min by progressive filling, for any topology: raise the level of all flows together; whoever meets its cap, or a
 * full resource, is settled there; go on with the rest. The variables are classes of equal flows (same path, weight and
 * cap), so a thousand like flows cost as much as one. A class keeps a virtual clock, the bytes that each of its flows
 * has sent since the class was made: a flow's stop is a fixed value on it, whatever the rate does.
 *
 * One solution costs O((classes + resources) log) of what is active, one event O(classes).
 */
export class FillingFlowSolver implements FlowSolver {
  readonly #resources = new Map<string, Resource>()
  readonly #classes = new Map<string, FlowClass>()
  readonly #flows = new Map<FlowId, Flow>()
  #events: FlowEvent[] = []
  #now: InstantMs = Number.NEGATIVE_INFINITY
  #nextId: FlowId = 1
  #dirty = false

  addResource(id: string, capacityBytesPerMs: number): void {
    checkCapacity(id, capacityBytesPerMs)
    if (this.#resources.has(id)) throw new AlreadyExistsError(`resource ${id} exists`)
    this.#resources.set(id, new Resource(id, capacityBytesPerMs))
  }

  setCapacity(id: string, capacityBytesPerMs: number, now: InstantMs): void {
    checkCapacity(id, capacityBytesPerMs)
    const resource = known(this.#resources, id, 'resource')
    this.#reach(now)
    resource.capacity = capacityBytesPerMs
    this.#dirty = true
  }

  load(id: string): number {
    this.#solve()
    let load = 0
    for (const each of known(this.#resources, id, 'resource').classes) load += each.members * each.rate
    return load
  }

  start(spec: FlowSpec, now: InstantMs): FlowId {
    const path = [...new Set(spec.resources)].map((id) => known(this.#resources, id, 'resource'))
    const state = new FlowState(this.#nextId++, spec)
    this.#reach(now)
    const flow: Flow = { state, path, stop: heapEntry(state.id), class: undefined, joinedAt: 0, stopBytes: 0 }
    this.#flows.set(state.id, flow)
    this.#join(flow)
    return state.id
  }

  setCap(id: FlowId, cap: FlowCap, now: InstantMs): void {
    const steps = capSteps(cap)
    this.#change(id, now, (flow) => {
      flow.state.cap = steps
    })
  }

  setMark(id: FlowId, sentBytes: number, now: InstantMs): void {
    this.#reach(now)
    const flow = this.#flow(id)
    const { sent } = this.#progress(flow)
    flow.state.sentBytes = sent
    flow.state.markBytes = Math.max(sentBytes, sent)
    flow.joinedAt = flow.class!.clock
    this.#setStop(flow)
  }

  cancel(id: FlowId, now: InstantMs): number {
    this.#reach(now)
    const flow = this.#flow(id)
    this.#leave(flow)
    this.#flows.delete(id)
    return flow.state.sentBytes
  }

  rate(id: FlowId): number {
    this.#solve()
    return this.#flow(id).class!.rate
  }

  sent(id: FlowId, now: InstantMs): number {
    this.#solve()
    const flow = this.#flow(id)
    const { sent, rate } = this.#progress(flow)
    const ahead = now > this.#now ? rate * (now - this.#now) : 0
    return Math.min(flow.state.bytes, sent + ahead)
  }

  remaining(id: FlowId, now: InstantMs): number {
    return this.#flow(id).state.bytes - this.sent(id, now)
  }

  nextEventAt(): InstantMs {
    return this.#events[0]?.at ?? this.#next().at
  }

  advance(now: InstantMs): FlowEvent[] {
    this.#reach(now)
    // Zero-length flows and marks in the past are due at once.
    this.#runUntil(now)
    const events = this.#events
    this.#events = []
    return events
  }

  /** Moves on to `now`; what happens before is kept for the next `advance`. */
  #reach(now: InstantMs): void {
    if (now < this.#now) throw new InvalidArgumentError(`time cannot go back from ${this.#now} to ${now}`)
    if (now === this.#now) return
    this.#runUntil(now)
    this.#move(now)
  }

  #runUntil(now: InstantMs): void {
    for (;;) {
      const { at, due } = this.#next()
      if (due === undefined || at > now) return
      this.#move(at)
      this.#stopAll(due)
    }
  }

  #move(now: InstantMs): void {
    if (now <= this.#now) return
    const span = now - this.#now
    this.#now = now
    if (span === Number.POSITIVE_INFINITY) return
    for (const each of this.#classes.values()) if (each.rate < Number.POSITIVE_INFINITY) each.clock += each.rate * span
  }

  #next(): { at: InstantMs; due: FlowClass | undefined } {
    this.#solve()
    let at = Number.POSITIVE_INFINITY
    let due: FlowClass | undefined
    for (const each of this.#classes.values()) {
      const left = each.stops.minKey - each.clock
      if (left === Number.POSITIVE_INFINITY) continue
      const stopAt = instantAfter(this.#now, left, each.rate)
      if (stopAt < at) {
        at = stopAt
        due = each
      }
    }
    return { at, due }
  }

  /** Stops every flow whose stop is now. `due` has one for certain, even if rounding left it a hair away. */
  #stopAll(due: FlowClass): void {
    const slack = instantSlackMs(this.#now)
    const stopped = [due.stops.peek()!.item]
    due.stops.delete(due.stops.peek()!)
    for (const each of this.#classes.values()) {
      const limit = Math.min(each.clock + each.rate * slack, Number.MAX_VALUE)
      for (let top = each.stops.peek(); top !== undefined && top.key <= limit; top = each.stops.peek()) {
        each.stops.delete(top)
        stopped.push(top.item)
      }
    }
    for (const id of stopped.sort((a, b) => a - b)) this.#stop(this.#flow(id))
  }

  #stop(flow: Flow): void {
    const { state } = flow
    const old = flow.class!
    state.sentBytes = flow.stopBytes
    flow.joinedAt = old.clock
    if (state.isFinished) {
      this.#leave(flow)
      this.#flows.delete(state.id)
      this.#events.push({ kind: 'finished', flow: state.id, at: this.#now })
      return
    }
    if (state.takeMark()) this.#events.push({ kind: 'mark', flow: state.id, at: this.#now })
    if (state.capBytesPerMs === old.cap) this.#setStop(flow)
    else {
      this.#leave(flow)
      this.#join(flow)
    }
  }

  #change(id: FlowId, now: InstantMs, change: (flow: Flow) => void): void {
    this.#reach(now)
    const flow = this.#flow(id)
    this.#leave(flow)
    change(flow)
    this.#join(flow)
  }

  #join(flow: Flow): void {
    const { weight, capBytesPerMs } = flow.state
    const key = `${flow.path.map((each) => each.id).join('\n')}\n\n${weight}\n${capBytesPerMs}`
    let found = this.#classes.get(key)
    if (found === undefined) {
      found = new FlowClass(key, flow.path, weight, capBytesPerMs)
      this.#classes.set(key, found)
      for (const each of flow.path) each.classes.add(found)
    }
    flow.class = found
    found.members++
    flow.joinedAt = found.clock
    this.#setStop(flow)
    this.#dirty = true
  }

  /** Takes the flow out of its class, its bytes so far written down. */
  #leave(flow: Flow): void {
    const old = flow.class!
    flow.state.sentBytes = this.#progress(flow).sent
    old.stops.delete(flow.stop)
    old.members--
    flow.class = undefined
    this.#dirty = true
    if (old.members > 0) return
    this.#classes.delete(old.key)
    for (const each of old.path) each.classes.delete(old)
  }

  #setStop(flow: Flow): void {
    const stop = flow.state.nextStopBytes()
    flow.stopBytes = stop
    const left = stop - flow.state.sentBytes
    // What is due already must not hang on what rounding does to a clock.
    flow.class!.stops.set(flow.stop, left > 0 ? flow.joinedAt + left : Number.NEGATIVE_INFINITY)
  }

  #progress(flow: Flow): { sent: number; rate: number } {
    const { clock, rate } = flow.class!
    return { sent: Math.min(flow.stopBytes, flow.state.sentBytes + Math.max(0, clock - flow.joinedAt)), rate }
  }

  #flow(id: FlowId): Flow {
    return known(this.#flows, id, 'flow')
  }

  #solve(): void {
    if (!this.#dirty) return
    this.#dirty = false
    fillProgressively([...this.#classes.values()])
  }
}
