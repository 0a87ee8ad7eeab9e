import type { InstantMs } from '#kernel/time/clock.ts'
import { type FlowId, type FlowSpec, instantAfter } from './flow-solver.ts'
import { FlowState } from './flow-state.ts'
import { heapEntry, IndexedHeap } from './indexed-heap.ts'

export type Member = TreeFlow | TreeNode
export type EventHeap = IndexedHeap<Member>

/** Levels closer than this are one; used in one direction only, so that a member cannot flip to and fro. */
const levelSlack = 1 + 1e-9
/** The same for a node whose members, all limited by themselves, fill it exactly. */
const fullSlack = 1 + 1e-9

/** A flow below one node. Held by its own cap (`fixedRate`), or growing with the level of a node above. */
export class TreeFlow extends FlowState {
  readonly node: TreeNode
  /** Set while its cap holds it. */
  fixedRate: number | undefined
  /** When and at which reading of its node's clock `sentBytes` was written down. */
  touchedMs: InstantMs = 0
  touchedClock = 0
  /** What `sentBytes` will be when it must be looked at again. */
  stopBytes = 0
  /** The cap that `level` was made from; the present one may be higher while the flow is growing. */
  keyedCap = 0
  /** Its place by the level at which it flips: in its node's `up` while growing, in `down` while fixed. */
  readonly level = heapEntry<Member>(this)
  /** Its place by its stop: in its node's `stops` while growing, among the events while fixed. */
  readonly stop = heapEntry<Member>(this)

  constructor(id: FlowId, spec: FlowSpec, node: TreeNode) {
    super(id, spec)
    this.node = node
  }

  sentAt(now: InstantMs): number {
    const since =
      this.fixedRate === undefined
        ? this.weight * (this.node.clockAt(now) - this.touchedClock)
        : this.fixedRate * (now - this.touchedMs)
    return since > 0 ? Math.min(this.stopBytes, this.sentBytes + since) : this.sentBytes
  }

  touch(now: InstantMs): void {
    this.sentBytes = this.sentAt(now)
    this.#restart(now)
  }

  /** Puts it exactly on its stop. */
  reachStop(now: InstantMs): void {
    this.sentBytes = this.stopBytes
    this.#restart(now)
  }

  /** Takes it in as growing; the node must be settled after. Its bytes must be up to date. */
  grow(now: InstantMs): void {
    this.#restart(now)
    this.node.growWeight += this.weight
    this.node.growCount++
    this.rekey()
  }

  /** Writes its level and its stop anew; only while growing. */
  rekey(): void {
    this.keyedCap = this.capBytesPerMs
    this.node.up.set(this.level, this.keyedCap / this.weight)
    this.#setGrowingStop()
  }

  /** Its cap holds it from now on. */
  fix(now: InstantMs, events: EventHeap): void {
    this.leave(events)
    this.fixedRate = this.capBytesPerMs
    this.node.fixedLoad += this.fixedRate
    this.node.fixedCount++
    this.node.down.set(this.level, -this.fixedRate / this.weight)
    this.setStop(now, events)
  }

  /** Writes its stop anew, whichever state it is in. Its bytes must be up to date. */
  setStop(now: InstantMs, events: EventHeap): void {
    if (this.fixedRate === undefined) {
      this.#setGrowingStop()
      return
    }
    this.stopBytes = this.nextStopBytes()
    events.set(this.stop, instantAfter(now, this.stopBytes - this.sentBytes, this.fixedRate))
  }

  /** Takes it out of its node's sums and heaps. Its bytes must be up to date. */
  leave(events: EventHeap): void {
    const { node } = this
    if (this.fixedRate === undefined) {
      node.up.delete(this.level)
      node.stops.delete(this.stop)
      node.growWeight -= this.weight
      node.growCount--
    } else {
      node.down.delete(this.level)
      events.delete(this.stop)
      node.fixedLoad -= this.fixedRate
      node.fixedCount--
      this.fixedRate = undefined
    }
    node.dropResidue()
  }

  #restart(now: InstantMs): void {
    this.touchedMs = now
    this.touchedClock = this.node.clockAt(now)
  }

  #setGrowingStop(): void {
    this.stopBytes = this.nextStopBytesBelowCap()
    const left = this.stopBytes - this.sentBytes
    // What is due already must not hang on what rounding does to a clock.
    this.node.stops.set(this.stop, left > 0 ? this.touchedClock + left / this.weight : Number.NEGATIVE_INFINITY)
  }
}

/**
 * A capacity and what is below it. A node that `leads` is full and has a level of its own; one that follows takes the
 * level of the node above it. (A root always leads; its level is Infinity while it is not full.)
 *
 * Its clock advances by level x dt, so a growing flow ends at a fixed reading of it. A follower's clock is its parent's
 * plus an offset. Members are counted beside the sums: without that, what rounding leaves in a sum of nothing makes
 * levels out of thin air.
 */
export class TreeNode {
  readonly id: string
  readonly parent: TreeNode | undefined
  readonly depth: number
  capacity: number
  leads: boolean
  level = Number.POSITIVE_INFINITY
  isDirty = false

  /** Of growing flows, those of followers below included. */
  growWeight = 0
  growCount = 0
  /** Rates of fixed flows and of leading nodes below, those of followers included. */
  fixedLoad = 0
  fixedCount = 0

  /** Growing flows and followers, by the level at which they (or something below them) meet their own limit. */
  readonly up = new IndexedHeap<Member>()
  /** Minus the level below which fixed flows, leading nodes, or something below followers, grow again. */
  readonly down = new IndexedHeap<Member>()
  /** By the reading of this node's clock at which something growing must be looked at. */
  readonly stops = new IndexedHeap<Member>()

  readonly #inUp = heapEntry<Member>(this)
  readonly #inDown = heapEntry<Member>(this)
  readonly #inStops = heapEntry<Member>(this)
  readonly #inEvents = heapEntry<Member>(this)
  /** Reading at `#since` of a leader; what a follower's clock is ahead of its parent's. */
  #clock = 0
  #since: InstantMs = 0
  /** What the parent's sums hold of this node. */
  #told = { growWeight: 0, growCount: 0, fixedLoad: 0, fixedCount: 0 }

  constructor(id: string, capacity: number, parent: TreeNode | undefined) {
    this.id = id
    this.capacity = capacity
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    this.leads = parent === undefined
  }

  get effectiveLevel(): number {
    return this.leads ? this.level : this.parent!.effectiveLevel
  }

  get load(): number {
    return this.growCount === 0 ? this.fixedLoad : this.fixedLoad + this.growWeight * this.effectiveLevel
  }

  clockAt(now: InstantMs): number {
    if (!this.leads) return this.parent!.clockAt(now) + this.#clock
    return this.level === Number.POSITIVE_INFINITY || now === this.#since
      ? this.#clock
      : this.#clock + this.level * (now - this.#since)
  }

  dropResidue(): void {
    if (this.growCount === 0) this.growWeight = 0
    if (this.fixedCount === 0) this.fixedLoad = 0
  }

  /** Makes a leader and all that follows it agree on its level, after something below it has changed. */
  settle(now: InstantMs, events: EventHeap): void {
    this.#clock = this.growCount === 0 ? 0 : this.clockAt(now)
    this.#since = now
    this.level = this.#ownLevel()
    // Each flip raises the level, so one pass down and one pass up are enough.
    while (-this.down.minKey > this.level * levelSlack) {
      this.#loosen(now, events)
      this.level = this.#ownLevel()
    }
    while (this.up.minKey <= this.level && this.up.minKey < Number.POSITIVE_INFINITY) {
      this.#tighten(this.level, now, events)
      this.level = this.#ownLevel()
    }
    this.planEvent(events)
    if (this.parent !== undefined && this.level === Number.POSITIVE_INFINITY) this.#follow(now, events)
  }

  planEvent(events: EventHeap): void {
    const left = this.stops.minKey - this.#clock
    const at = left === Number.POSITIVE_INFINITY ? left : instantAfter(this.#since, left, this.level)
    setOrDelete(events, this.#inEvents, at)
  }

  /** Tells the parent what has become of this node. */
  publish(): void {
    const parent = this.parent!
    const told = this.#told
    const { growWeight, growCount, fixedLoad, fixedCount } = this.leads
      ? { growWeight: 0, growCount: 0, fixedLoad: this.capacity, fixedCount: 1 }
      : this
    parent.growWeight += growWeight - told.growWeight
    parent.growCount += growCount - told.growCount
    parent.fixedLoad += fixedLoad - told.fixedLoad
    parent.fixedCount += fixedCount - told.fixedCount
    this.#told = { growWeight, growCount, fixedLoad, fixedCount }
    parent.dropResidue()

    const never = Number.POSITIVE_INFINITY
    setOrDelete(parent.up, this.#inUp, this.leads ? never : Math.min(this.#ownLevel(), this.up.minKey))
    setOrDelete(parent.down, this.#inDown, this.leads ? -this.level : this.down.minKey)
    this.publishStops()
  }

  publishStops(): void {
    const key = this.leads ? Number.POSITIVE_INFINITY : this.stops.minKey - this.#clock
    setOrDelete(this.parent!.stops, this.#inStops, key)
  }

  /** The growing flow below this node that stops first. */
  firstToStop(): TreeFlow | undefined {
    const first = this.stops.peek()?.item
    return first instanceof TreeNode ? first.firstToStop() : first
  }

  /** The level at which this node would be full: all growing members take what the fixed ones leave. */
  #ownLevel(): number {
    if (this.growCount > 0) return Math.max(0, this.capacity - this.fixedLoad) / this.growWeight
    return this.fixedLoad > this.capacity * fullSlack ? 0 : Number.POSITIVE_INFINITY
  }

  /** Lets the member with the highest own limit grow again. */
  #loosen(now: InstantMs, events: EventHeap): void {
    const member = this.down.peek()!.item
    if (member instanceof TreeFlow) {
      member.touch(now)
      member.leave(events)
      member.grow(now)
      return
    }
    if (member.leads) member.#follow(now, events)
    else member.#loosen(now, events)
    member.publish()
  }

  /** Lets the member that meets its own limit first be held by it. */
  #tighten(level: number, now: InstantMs, events: EventHeap): void {
    const member = this.up.peek()!.item
    if (member instanceof TreeFlow) {
      member.touch(now)
      if (member.capBytesPerMs > member.keyedCap) member.rekey()
      if (member.level.key <= level) member.fix(now, events)
      return
    }
    if (member.up.minKey <= member.#ownLevel()) member.#tighten(level, now, events)
    else member.#lead(now, events)
    member.publish()
  }

  #lead(now: InstantMs, events: EventHeap): void {
    this.#clock = this.clockAt(now)
    this.#since = now
    this.leads = true
    this.level = this.#ownLevel()
    this.settle(now, events)
  }

  #follow(now: InstantMs, events: EventHeap): void {
    this.#clock = this.clockAt(now) - this.parent!.clockAt(now)
    this.leads = false
    events.delete(this.#inEvents)
  }
}

function setOrDelete(heap: IndexedHeap<Member>, entry: Parameters<EventHeap['delete']>[0], key: number): void {
  if (key === Number.POSITIVE_INFINITY) heap.delete(entry)
  else heap.set(entry, key)
}
