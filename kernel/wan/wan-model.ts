import { InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { FlowId, FlowSolver } from '#kernel/flow/flow-solver.ts'
import { IndexedHeap } from '#kernel/flow/indexed-heap.ts'
import { TreeFlowSolver } from '#kernel/flow/tree-flow-solver.ts'
import type { InstantMs } from '#kernel/time/clock.ts'
import {
  bytesPerMs,
  capacityBytesPerMs,
  changedLink,
  directions,
  type LinkConfig,
  nominalBytesPerMs,
  type WanConfig,
} from './link.ts'
import { type FlowLeg, type Leg, Passage, stopAndWaitCap, type WaitLeg, waitMs } from './passage.ts'
import type { Direction, LinkChange, LinkState } from './wan.ts'

/**
 * The WAN as a synchronous machine: a star of links around the hub, told the time by its caller.
 *
 *     a flow leg alone takes    sum over its chunks of ( wait + chunk / B )      ms
 *     so its rate is capped at  chunk / ( wait + chunk / B )                     bytes per ms
 *     wait = roundTrips x rtt + fixed                                            ms
 *     B = min( link's capacity, hub's capacity ) in its direction                bytes per ms
 *
 * and flows that want more than a link or the hub has share it max-min. A wait leg takes count x wait and no bandwidth.
 * While a link is down nothing on it moves: capacities are 0 and waits stand still.
 *
 * Known to be wrong: under contention a stop-and-wait sender still gets its full fair share as long as that is below its
 * cap, where a real one would lose its waits as well (at most the factor 1 + wait x share / chunk). Bytes of a chunk are
 * spread evenly over the chunk's time, its wait included. No TCP: no set-up round trip, slow start, loss, window, or
 * ACK load; shares do not depend on round trip times; recovery after an outage is immediate, so a real copy ends up to
 * one retransmission timeout (as long as the outage itself) later.
 */
export class WanModel {
  readonly #links = new Map<string, Link>()
  readonly #hubBytesPerMs: Readonly<Record<Direction, number>>
  readonly #solver: FlowSolver
  readonly #byFlow = new Map<FlowId, Passage>()
  readonly #waits = new IndexedHeap<Passage>()
  #events: WanEvent[] = []
  #now: InstantMs
  #order = 0

  constructor(config: WanConfig, now: InstantMs, solver: FlowSolver = new TreeFlowSolver()) {
    this.#now = now
    this.#solver = solver
    this.#hubBytesPerMs = {
      down: bytesPerMs(config.hubEgressBitsPerSecond ?? Number.POSITIVE_INFINITY),
      up: bytesPerMs(config.hubIngressBitsPerSecond ?? Number.POSITIVE_INFINITY),
    }
    for (const direction of directions) solver.addResource(hubResource(direction), this.#hubBytesPerMs[direction])
    for (const link of config.links) this.#addLink(link)
  }

  begin(site: string, direction: Direction, legs: readonly Leg[], now: InstantMs): Passage {
    const link = this.#link(site)
    this.#reach(now)
    const passage = new Passage(this.#order++, site, direction, legs, this.#now)
    link.passages.add(passage)
    this.#enter(passage, link)
    return passage
  }

  /** Takes the passage off the link now. @returns the bytes that had crossed */
  cancel(passage: Passage, now: InstantMs): number {
    this.#reach(now)
    const crossed = this.progressBytes(passage)
    if (passage.endedMs !== undefined) return crossed
    if (passage.flow !== undefined) this.#dropFlow(passage)
    this.#waits.delete(passage.waitEnd)
    passage.doneBytes = crossed
    this.#end(passage)
    return crossed
  }

  /** Asks for a `progress` event when `bytes` of the passage have arrived; replaces the earlier mark. */
  setMark(passage: Passage, bytes: number, now: InstantMs): void {
    this.#reach(now)
    passage.markBytes = bytes
    this.#passMark(passage)
  }

  /** Whole bytes that had arrived at the last instant the model was told of. */
  progressBytes(passage: Passage): number {
    if (passage.flow === undefined) return passage.doneBytes
    // A flow stands on whole bytes at its marks; the margin keeps rounding from taking one back.
    return passage.doneBytes + Math.floor(this.#solver.sent(passage.flow, this.#now) + 1e-3)
  }

  setLink(site: string, change: LinkChange, now: InstantMs): void {
    const link = this.#link(site)
    const next = changedLink(link.state, change)
    this.#reach(now)
    for (const passage of link.passages) this.#pauseWait(passage, link)
    link.state = next
    for (const direction of directions) {
      this.#solver.setCapacity(linkResource(site, direction), capacityBytesPerMs(next, direction), this.#now)
    }
    for (const passage of [...link.passages]) {
      const { leg, flow } = passage
      if (flow !== undefined) this.#solver.setCap(flow, this.#cap(leg as FlowLeg, link, passage.direction), this.#now)
      else this.#proceed(passage, link)
    }
  }

  linkState(site: string): LinkState {
    return this.#link(site).state
  }

  links(): readonly LinkState[] {
    return [...this.#links.values()].map((link) => link.state).sort((a, b) => (a.site < b.site ? -1 : 1))
  }

  nextEventAt(): InstantMs {
    if (this.#events.length > 0) return this.#events[0]!.at
    return Math.min(this.#solver.nextEventAt(), this.#waits.minKey)
  }

  /** Lets time pass. @returns what happened up to and including `now`, in order, each at its own instant */
  advance(now: InstantMs): WanEvent[] {
    this.#reach(now)
    this.#runUntil(this.#now)
    const events = this.#events
    this.#events = []
    return events
  }

  #reach(now: InstantMs): void {
    if (now <= this.#now) return
    this.#runUntil(now)
    this.#now = now
  }

  #runUntil(now: InstantMs): void {
    for (;;) {
      const at = Math.min(this.#solver.nextEventAt(), this.#waits.minKey)
      if (at > now || at === Number.POSITIVE_INFINITY) return
      this.#now = Math.max(this.#now, at)
      for (const { kind, flow } of this.#solver.advance(this.#now)) {
        const passage = this.#byFlow.get(flow)!
        if (kind === 'mark') this.#report(passage, 'progress')
        else this.#finishFlow(passage)
      }
      for (let top = this.#waits.peek(); top !== undefined && top.key <= this.#now; top = this.#waits.peek()) {
        this.#waits.delete(top)
        top.item.waitsLeft = 0
        this.#nextLeg(top.item)
      }
    }
  }

  /** Starts the leg at hand, and goes straight through those that take no time. */
  #enter(passage: Passage, link: Link): void {
    const { leg } = passage
    if (leg === undefined) {
      this.#end(passage)
      return
    }
    if (leg.kind === 'wait') passage.waitsLeft = leg.count
    this.#proceed(passage, link)
  }

  #proceed(passage: Passage, link: Link): void {
    const leg = passage.leg!
    if (link.state.state === 'up' && this.#takesNoTime(leg, link, passage.direction)) {
      if (leg.kind === 'flow') this.#finishFlow(passage)
      else this.#nextLeg(passage)
    } else if (leg.kind === 'flow') this.#startFlow(passage, leg, link)
    else if (link.state.state === 'up') this.#startWait(passage, leg, link)
  }

  #takesNoTime(leg: Leg, link: Link, direction: Direction): boolean {
    if (leg.kind === 'wait') return leg.count * waitMs(leg.wait, link.state) === 0
    const unlimited = this.#pathBytesPerMs(link, direction) === Number.POSITIVE_INFINITY
    return leg.bytes === 0 || (unlimited && waitMs(leg.waitPerChunk, link.state) === 0)
  }

  #startFlow(passage: Passage, leg: FlowLeg, link: Link): void {
    const { site, direction } = passage
    if (leg.bytes === 0) return
    const cap = this.#cap(leg, link, direction)
    const resources = [linkResource(site, direction), hubResource(direction)]
    passage.flow = this.#solver.start({ resources, bytes: leg.bytes, cap }, this.#now)
    this.#byFlow.set(passage.flow, passage)
    this.#passMark(passage)
  }

  #finishFlow(passage: Passage): void {
    if (passage.flow !== undefined) this.#byFlow.delete(passage.flow)
    passage.flow = undefined
    passage.doneBytes += (passage.leg as FlowLeg).bytes
    if (passage.markBytes <= passage.doneBytes) this.#report(passage, 'progress')
    this.#nextLeg(passage)
  }

  #nextLeg(passage: Passage): void {
    passage.legIndex++
    this.#enter(passage, this.#link(passage.site))
  }

  /** Writes down how many of the passage's waits are over, and stops counting. */
  #pauseWait(passage: Passage, link: Link): void {
    if (passage.waitEnd.position < 0) return
    const { wait } = passage.leg as WaitLeg
    passage.waitsLeft -= (this.#now - passage.waitSinceMs) / waitMs(wait, link.state)
    this.#waits.delete(passage.waitEnd)
  }

  #startWait(passage: Passage, leg: WaitLeg, link: Link): void {
    passage.waitSinceMs = this.#now
    this.#waits.set(passage.waitEnd, this.#now + passage.waitsLeft * waitMs(leg.wait, link.state))
  }

  #passMark(passage: Passage): void {
    const { flow, markBytes, doneBytes, leg } = passage
    if (flow === undefined || markBytes >= doneBytes + (leg as FlowLeg).bytes) return
    this.#solver.setMark(flow, Math.max(0, markBytes - doneBytes), this.#now)
  }

  #dropFlow(passage: Passage): void {
    this.#solver.cancel(passage.flow!, this.#now)
    this.#byFlow.delete(passage.flow!)
    passage.flow = undefined
  }

  #end(passage: Passage): void {
    passage.endedMs = this.#now
    this.#link(passage.site).passages.delete(passage)
    this.#report(passage, 'ended')
  }

  #report(passage: Passage, kind: WanEvent['kind']): void {
    this.#events.push({ kind, passage, at: this.#now })
  }

  #cap(leg: FlowLeg, link: Link, direction: Direction) {
    return stopAndWaitCap(leg, link.state, this.#pathBytesPerMs(link, direction))
  }

  #pathBytesPerMs(link: Link, direction: Direction): number {
    return Math.min(nominalBytesPerMs(link.state, direction), this.#hubBytesPerMs[direction])
  }

  #link(site: string): Link {
    const link = this.#links.get(site)
    if (link === undefined) throw new NotFoundError(`no WAN link to site ${site}`, { site })
    return link
  }

  #addLink(config: LinkConfig): void {
    const { site, downBitsPerSecond, upBitsPerSecond, rttMs } = config
    if (this.#links.has(site)) throw new InvalidArgumentError(`site ${site} has two WAN links`, { site })
    const state = changedLink(
      { site, downBitsPerSecond, upBitsPerSecond, rttMs, state: 'up' },
      { state: config.state ?? 'up' },
    )
    this.#links.set(site, { state, passages: new Set() })
    for (const direction of directions) {
      const parent = hubResource(direction)
      this.#solver.addResource(linkResource(site, direction), capacityBytesPerMs(state, direction), { parent })
    }
  }
}

/** `progress`: the bytes of the passage's mark have arrived. `ended`: its last leg is over, or it was cancelled. */
export interface WanEvent {
  readonly kind: 'progress' | 'ended'
  readonly passage: Passage
  readonly at: InstantMs
}

interface Link {
  state: LinkState
  readonly passages: Set<Passage>
}

function hubResource(direction: Direction): string {
  return `hub ${direction}`
}

function linkResource(site: string, direction: Direction): string {
  return `${site} ${direction}`
}
