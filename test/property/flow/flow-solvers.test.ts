import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FillingFlowSolver } from '#kernel/flow/filling-flow-solver.ts'
import type { CapStep, FlowCap, FlowEvent, FlowId, FlowSolver } from '#kernel/flow/flow-solver.ts'
import { TreeFlowSolver } from '#kernel/flow/tree-flow-solver.ts'

interface Topology {
  readonly capacities: readonly number[]
  /** Of node i: an earlier node, or -1 for a root. */
  readonly parents: readonly number[]
}

type Op =
  | { kind: 'start'; node: number; bytes: number; cap: FlowCap; weight: number }
  | { kind: 'cancel'; pick: number }
  | { kind: 'cap'; pick: number; cap: FlowCap }
  | { kind: 'mark'; pick: number; share: number }
  | { kind: 'capacity'; node: number; capacity: number }
  | { kind: 'pass'; ms: number }

// Odd factors keep two events from falling on one instant by chance, where solvers may round either way.
const capacity = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }).map((n) => n * 1.0371) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
)
const bytes = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((n) => n * 1.00173) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e12) },
)
const rate = fc.integer({ min: 1, max: 300 }).map((n) => n * 1.0713)
const steps: fc.Arbitrary<CapStep[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 20_000 }), bytesPerMs: rate }), { minLength: 1, maxLength: 6 })
  .map((list) => {
    let fromBytes = 0
    return list.map(({ gap, bytesPerMs }, index) => {
      if (index > 0) fromBytes += gap * 1.0097
      return { fromBytes, bytesPerMs }
    })
  })
const cap: fc.Arbitrary<FlowCap> = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), rate, steps)

const topology: fc.Arbitrary<Topology> = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    capacities: fc.array(capacity, { minLength: size, maxLength: size }),
    parents: fc.tuple(...Array.from({ length: size }, (_, i) => fc.integer({ min: -1, max: i - 1 }))),
  }),
)
const pick = fc.nat(99)
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      node: pick,
      bytes,
      cap,
      weight: fc.constantFrom(1, 1, 1, 0.25, 3.5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cap' as const), pick, cap }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      pick,
      share: fc.nat(1000).map((n) => n / 1000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('capacity' as const), node: pick, capacity }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.integer({ min: 1, max: 400 }).map((n) => n * 1.01937),
    }),
  },
)
const history = fc.record({ tree: topology, ops: fc.array(op, { maxLength: 60, size: 'max' }) })

interface Known {
  readonly path: readonly number[]
  readonly weight: number
  readonly bytes: number
  cap: FlowCap
}

/** A solver driven by the operations, with what the test knows of its flows. */
class Driver {
  readonly solver: FlowSolver
  readonly tree: Topology
  readonly capacities: number[]
  readonly flows = new Map<FlowId, Known>()
  now = 0

  constructor(solver: FlowSolver, tree: Topology) {
    this.solver = solver
    this.tree = tree
    this.capacities = [...tree.capacities]
    tree.capacities.forEach((each, i) => {
      const parent = tree.parents[i]!
      solver.addResource(`r${i}`, each, parent < 0 ? {} : { parent: `r${parent}` })
    })
  }

  apply(each: Op): FlowEvent[] {
    const ids = [...this.flows.keys()]
    const id = 'pick' in each ? ids[each.pick % ids.length] : undefined
    const node = 'node' in each ? each.node % this.capacities.length : 0
    switch (each.kind) {
      case 'start': {
        const path = this.#path(node)
        const spec = { resources: path.map((i) => `r${i}`), bytes: each.bytes, cap: each.cap, weight: each.weight }
        this.flows.set(this.solver.start(spec, this.now), {
          path,
          weight: each.weight,
          bytes: each.bytes,
          cap: each.cap,
        })
        break
      }
      case 'cancel':
        if (id === undefined) break
        this.solver.cancel(id, this.now)
        this.flows.delete(id)
        break
      case 'cap':
        if (id === undefined) break
        this.solver.setCap(id, each.cap, this.now)
        this.flows.get(id)!.cap = each.cap
        break
      case 'mark':
        if (id !== undefined) this.solver.setMark(id, each.share * Math.min(1e5, this.flows.get(id)!.bytes), this.now)
        break
      case 'capacity':
        this.solver.setCapacity(`r${node}`, each.capacity, this.now)
        this.capacities[node] = each.capacity
        break
      case 'pass':
        this.now += each.ms
    }
    const events = this.solver.advance(this.now)
    for (const { kind, flow } of events) if (kind === 'finished') this.flows.delete(flow)
    return events.sort((a, b) => a.flow - b.flow || (a.kind < b.kind ? -1 : 1))
  }

  state() {
    return [...this.flows.keys()].map((id) => ({
      id,
      rate: this.solver.rate(id),
      sent: this.solver.sent(id, this.now),
    }))
  }

  #path(node: number): number[] {
    const path = []
    for (let at = node; at >= 0; at = this.tree.parents[at]!) path.push(at)
    return path
  }
}

function near(a: number, b: number, scale: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * scale
}

const solvers = [
  { name: 'filling', make: () => new FillingFlowSolver() },
  { name: 'tree', make: () => new TreeFlowSolver() },
]

describe('the tree solver', () => {
  it('gives the same rates and events as progressive filling', () => {
    fc.assert(
      fc.property(history, ({ tree, ops }) => {
        const fast = new Driver(new TreeFlowSolver(), tree)
        const plain = new Driver(new FillingFlowSolver(), tree)
        for (const each of ops) {
          const seen = fast.apply(each)
          const wanted = plain.apply(each)
          expect(seen.map(({ kind, flow }) => [kind, flow])).toEqual(wanted.map(({ kind, flow }) => [kind, flow]))
          seen.forEach(({ at }, i) => {
            expect(near(at, wanted[i]!.at, 1 + wanted[i]!.at), `event ${i}: ${at}, ${wanted[i]!.at}`).toBe(true)
          })
          const states = plain.state()
          fast.state().forEach(({ id, rate: fastRate, sent }, i) => {
            const { id: plainId, rate: plainRate, sent: plainSent } = states[i]!
            expect(id).toBe(plainId)
            expect(near(fastRate, plainRate, 1000), `rate of ${id}: ${fastRate}, ${plainRate}`).toBe(true)
            expect(near(sent, plainSent, 1e5 + plainSent), `sent by ${id}: ${sent}, ${plainSent}`).toBe(true)
          })
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe.each(solvers)('the $name solver', ({ make }) => {
  it('never overfills a resource, and could speed up no flow without slowing one that has no more', () => {
    fc.assert(
      fc.property(history, ({ tree, ops }) => {
        const driver = new Driver(make(), tree)
        for (const each of ops) {
          driver.apply(each)
          checkFair(driver)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('sends what its rates add up to', () => {
    fc.assert(
      fc.property(history, ({ tree, ops }) => {
        const driver = new Driver(make(), tree)
        const sent = new Map<FlowId, number>()
        for (const each of ops) {
          if (each.kind !== 'pass') {
            driver.apply(each)
            continue
          }
          // In stretches on which no event falls, bytes are rate x time.
          const end = driver.now + each.ms
          for (let next = driver.solver.nextEventAt(); driver.now < end; next = driver.solver.nextEventAt()) {
            const before = driver.state()
            const ms = Math.min(end, Math.max(next, driver.now)) - driver.now
            for (const { id, rate: r, sent: s } of before) sent.set(id, ms === 0 ? s : s + r * ms)
            driver.apply({ kind: 'pass', ms })
            for (const { id, sent: s } of driver.state()) expect(near(s, sent.get(id)!, 1e5 + s)).toBe(true)
            if (ms === 0 && next >= driver.now) break
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same answers for the same calls', () => {
    fc.assert(
      fc.property(history, ({ tree, ops }) => {
        const runs = [0, 1].map(() => {
          const driver = new Driver(make(), tree)
          return ops.map((each) => ({
            events: driver.apply(each),
            state: driver.state(),
            next: driver.solver.nextEventAt(),
          }))
        })
        expect(runs[0]).toEqual(runs[1])
      }),
      { numRuns: 100 },
    )
  })
})

function checkFair({ solver, flows, capacities, now }: Driver): void {
  const slack = 1e-6
  const members = capacities.map((_, i) => [...flows].filter(([, { path }]) => path.includes(i)))
  const loads = members.map((list) => list.reduce((sum, [id]) => sum + solver.rate(id), 0))
  loads.forEach((load, i) => {
    if (capacities[i] === Number.POSITIVE_INFINITY) return
    expect(load).toBeLessThanOrEqual(capacities[i]! + slack)
    expect(solver.load(`r${i}`)).toBeCloseTo(load, 5)
  })
  for (const [id, { path, weight, cap: flowCap }] of flows) {
    const own = solver.rate(id)
    const sent = solver.sent(id, now)
    // On the very edge of a step either side will do.
    const caps = [sent - slack, sent, sent + slack].map((at) => capAt(flowCap, at))
    expect(own).toBeLessThanOrEqual(Math.max(...caps) + slack)
    if (own >= Math.min(...caps) - slack) continue
    const isHeld = path.some((i) => {
      const isFull = loads[i]! >= capacities[i]! - slack
      return (
        isFull && members[i]!.every(([other]) => solver.rate(other) / flows.get(other)!.weight <= own / weight + slack)
      )
    })
    expect(isHeld, `flow ${id} at ${own} of ${caps[1]}`).toBe(true)
  }
}

function capAt(flowCap: FlowCap, sent: number): number {
  if (typeof flowCap === 'number') return flowCap
  return flowCap.findLast((step) => step.fromBytes <= Math.max(0, sent))!.bytesPerMs
}
