import { AlreadyExistsError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { InstantMs } from '#kernel/time/clock.ts'
import {
  type FlowCap,
  type FlowEvent,
  type FlowId,
  type FlowSolver,
  type FlowSpec,
  instantSlackMs,
  type ResourceOptions,
} from './flow-solver.ts'
import { capSteps, checkCapacity, known } from './flow-state.ts'
import { IndexedHeap } from './indexed-heap.ts'
import { type Member, TreeFlow, TreeNode } from './level-tree.ts'

/**
 * Max-min on trees (or a forest) of resources, where every flow runs from one node to the root. A start, an end or a
 * change moves the levels on the way to the root and flips the few members that these cross: O(depth log n) for each,
 * however many flows share a resource. Steps of a cap above a flow's share cost nothing.
 */
export class TreeFlowSolver implements FlowSolver {
  readonly #nodes = new Map<string, TreeNode>()
  readonly #flows = new Map<FlowId, TreeFlow>()
  /** By instant: the stops of fixed flows, and of each leading node the first stop below it. */
  readonly #stops = new IndexedHeap<Member>()
  /** Nodes with a change below them that is not settled yet, by depth. */
  readonly #dirty: TreeNode[][] = []
  #events: FlowEvent[] = []
  #now: InstantMs = Number.NEGATIVE_INFINITY
  #nextId: FlowId = 1

  /** @throws NotFoundError if the parent has not been added before */
  addResource(id: string, capacityBytesPerMs: number, { parent }: ResourceOptions = {}): void {
    checkCapacity(id, capacityBytesPerMs)
    if (this.#nodes.has(id)) throw new AlreadyExistsError(`resource ${id} exists`)
    const above = parent === undefined ? undefined : known(this.#nodes, parent, 'resource')
    const node = new TreeNode(id, capacityBytesPerMs, above)
    this.#dirty[node.depth] ??= []
    this.#nodes.set(id, node)
  }

  setCapacity(id: string, capacityBytesPerMs: number, now: InstantMs): void {
    checkCapacity(id, capacityBytesPerMs)
    const node = known(this.#nodes, id, 'resource')
    this.#reach(now)
    node.capacity = capacityBytesPerMs
    this.#touch(node)
  }

  load(id: string): number {
    this.#settle()
    return known(this.#nodes, id, 'resource').load
  }

  /** @throws InvalidArgumentError if the resources are not the way from one node to its root */
  start(spec: FlowSpec, now: InstantMs): FlowId {
    const node = this.#leaf(spec.resources)
    const flow = new TreeFlow(this.#nextId++, spec, node)
    this.#reach(now)
    this.#flows.set(flow.id, flow)
    flow.grow(this.#now)
    this.#touch(node)
    return flow.id
  }

  setCap(id: FlowId, cap: FlowCap, now: InstantMs): void {
    const steps = capSteps(cap)
    this.#reach(now)
    const flow = this.#flow(id)
    flow.touch(this.#now)
    flow.cap = steps
    this.#regrow(flow)
  }

  setMark(id: FlowId, sentBytes: number, now: InstantMs): void {
    this.#reach(now)
    const flow = this.#flow(id)
    flow.touch(this.#now)
    flow.markBytes = Math.max(sentBytes, flow.sentBytes)
    if (flow.fixedRate === undefined) flow.rekey()
    else flow.setStop(this.#now, this.#stops)
    this.#touch(flow.node)
  }

  cancel(id: FlowId, now: InstantMs): number {
    this.#reach(now)
    const flow = this.#flow(id)
    flow.touch(this.#now)
    this.#drop(flow)
    return flow.sentBytes
  }

  rate(id: FlowId): number {
    this.#settle()
    const flow = this.#flow(id)
    return flow.fixedRate ?? flow.weight * flow.node.effectiveLevel
  }

  sent(id: FlowId, now: InstantMs): number {
    this.#settle()
    return this.#flow(id).sentAt(Math.max(now, this.#now))
  }

  remaining(id: FlowId, now: InstantMs): number {
    return this.#flow(id).bytes - this.sent(id, now)
  }

  nextEventAt(): InstantMs {
    if (this.#events.length > 0) return this.#events[0]!.at
    this.#settle()
    return this.#stops.minKey
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
    this.#now = now
  }

  #runUntil(now: InstantMs): void {
    for (;;) {
      this.#settle()
      const at = this.#stops.minKey
      if (at > now || at === Number.POSITIVE_INFINITY) return
      this.#now = Math.max(this.#now, at)
      for (const flow of this.#takeDue()) this.#stop(flow)
    }
  }

  /** Every flow that stops now, by id, put exactly on its stop. */
  #takeDue(): TreeFlow[] {
    const slackMs = instantSlackMs(this.#now)
    const due: TreeFlow[] = []
    for (let top = this.#stops.peek(); top !== undefined && top.key <= this.#now + slackMs; top = this.#stops.peek()) {
      const flow = top.item instanceof TreeFlow ? top.item : top.item.firstToStop()!
      flow.reachStop(this.#now)
      due.push(flow)
      this.#suspendStop(flow)
    }
    return due.sort((a, b) => a.id - b.id)
  }

  /** Takes the flow's stop away from all heaps above it, so that the next one shows. */
  #suspendStop(flow: TreeFlow): void {
    if (flow.fixedRate !== undefined) {
      this.#stops.delete(flow.stop)
      return
    }
    let node = flow.node
    node.stops.delete(flow.stop)
    while (!node.leads) {
      node.publishStops()
      node = node.parent!
    }
    node.planEvent(this.#stops)
  }

  #stop(flow: TreeFlow): void {
    if (flow.isFinished) {
      this.#drop(flow)
      this.#events.push({ kind: 'finished', flow: flow.id, at: this.#now })
      return
    }
    if (flow.takeMark()) this.#events.push({ kind: 'mark', flow: flow.id, at: this.#now })
    const keyed = flow.fixedRate ?? flow.keyedCap
    const isCapChange = flow.fixedRate === undefined ? flow.capBytesPerMs < keyed : flow.capBytesPerMs !== keyed
    if (isCapChange) this.#regrow(flow)
    else flow.setStop(this.#now, this.#stops)
    this.#touch(flow.node)
  }

  /** Puts the flow back as growing under its present cap; settling finds out what holds it. */
  #regrow(flow: TreeFlow): void {
    flow.leave(this.#stops)
    flow.grow(this.#now)
    this.#touch(flow.node)
  }

  #drop(flow: TreeFlow): void {
    flow.leave(this.#stops)
    this.#flows.delete(flow.id)
    this.#touch(flow.node)
  }

  #touch(node: TreeNode): void {
    if (node.isDirty) return
    node.isDirty = true
    this.#dirty[node.depth]!.push(node)
  }

  /** From the leaves to the roots, each node once. */
  #settle(): void {
    for (let depth = this.#dirty.length - 1; depth >= 0; depth--) {
      const nodes = this.#dirty[depth]!
      for (const node of nodes) {
        node.isDirty = false
        if (node.leads) node.settle(this.#now, this.#stops)
        if (node.parent === undefined) continue
        node.publish()
        this.#touch(node.parent)
      }
      nodes.length = 0
    }
  }

  #leaf(resources: readonly string[]): TreeNode {
    const [first, ...rest] = resources
    if (first === undefined) throw new InvalidArgumentError('a flow in a tree crosses at least one resource')
    const leaf = known(this.#nodes, first, 'resource')
    let node: TreeNode | undefined = leaf.parent
    for (const id of rest) {
      if (node?.id !== id) throw new InvalidArgumentError(`${id} is not next on the way from ${first} to the root`)
      node = node.parent
    }
    if (node !== undefined) throw new InvalidArgumentError(`the way from ${first} goes on to ${node.id}`)
    return leaf
  }

  #flow(id: FlowId): TreeFlow {
    return known(this.#flows, id, 'flow')
  }
}
