import { describe, expect, it } from 'vitest'
import { AlreadyExistsError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { FillingFlowSolver } from '#kernel/flow/filling-flow-solver.ts'
import type { FlowEvent, FlowSolver, FlowSpec } from '#kernel/flow/flow-solver.ts'
import { TreeFlowSolver } from '#kernel/flow/tree-flow-solver.ts'

const unlimited = Number.POSITIVE_INFINITY
const solvers = [
  { name: 'filling', make: () => new FillingFlowSolver() },
  { name: 'tree', make: () => new TreeFlowSolver() },
]

/** A hub of 100 bytes per ms over two links of 80 and 30. */
function star(solver: FlowSolver): FlowSolver {
  solver.addResource('hub', 100)
  solver.addResource('wide', 80, { parent: 'hub' })
  solver.addResource('narrow', 30, { parent: 'hub' })
  return solver
}

function on(link: string, bytes: number, more: Partial<FlowSpec> = {}): FlowSpec {
  return { resources: [link, 'hub'], bytes, ...more }
}

function all(solver: FlowSolver): FlowEvent[] {
  const events: FlowEvent[] = []
  for (let at = solver.nextEventAt(); at < unlimited; at = solver.nextEventAt()) events.push(...solver.advance(at))
  return events
}

describe.each(solvers)('the $name solver', ({ make }) => {
  it('gives each flow the least of its cap and its shares', () => {
    const solver = star(make())
    const a = solver.start(on('wide', 1e6), 0)
    expect(solver.rate(a)).toBe(80)
    const b = solver.start(on('narrow', 1e6), 0)
    expect([a, b].map((flow) => solver.rate(flow))).toEqual([70, 30])
    const c = solver.start(on('narrow', 1e6, { cap: 5 }), 0)
    expect([a, b, c].map((flow) => solver.rate(flow))).toEqual([70, 25, 5])
    expect(['hub', 'wide', 'narrow'].map((id) => solver.load(id))).toEqual([100, 70, 30])
  })

  it('shares by weight', () => {
    const solver = star(make())
    const light = solver.start(on('narrow', 1e6), 0)
    const heavy = solver.start(on('narrow', 1e6, { weight: 2 }), 0)
    expect([light, heavy].map((flow) => solver.rate(flow))).toEqual([10, 20])
  })

  it('ends flows in order, and gives what they leave to the others', () => {
    const solver = star(make())
    const a = solver.start(on('narrow', 150), 0)
    const b = solver.start(on('narrow', 300), 0)
    expect(solver.nextEventAt()).toBe(10)
    expect(all(solver)).toEqual([
      { kind: 'finished', flow: a, at: 10 },
      { kind: 'finished', flow: b, at: 15 },
    ])
    expect(() => solver.rate(a)).toThrow(NotFoundError)
  })

  it('tells all that happened by a late hour, each thing at its own instant', () => {
    const solver = star(make())
    const a = solver.start(on('narrow', 150), 0)
    const b = solver.start(on('narrow', 300), 0)
    solver.setCapacity('narrow', 1, 1000)
    expect(solver.advance(1000)).toEqual([
      { kind: 'finished', flow: a, at: 10 },
      { kind: 'finished', flow: b, at: 15 },
    ])
  })

  it('follows a cap along its steps', () => {
    const solver = star(make())
    const cap = [
      { fromBytes: 0, bytesPerMs: 1 },
      { fromBytes: 10, bytesPerMs: 20 },
      { fromBytes: 110, bytesPerMs: 50 },
      { fromBytes: 170, bytesPerMs: 10 },
    ]
    const flow = solver.start(on('narrow', 200, { cap }), 0)
    const rates = [0, 10, 15, 17].map((now) => {
      solver.advance(now)
      return [solver.rate(flow), solver.sent(flow, now)]
    })
    // The third step lies above the link's 30 bytes per ms.
    expect(rates).toEqual([
      [1, 0],
      [20, 10],
      [30, 110],
      [10, 170],
    ])
    expect(all(solver)).toEqual([{ kind: 'finished', flow, at: 20 }])
  })

  it('stops at marks, once each', () => {
    const solver = star(make())
    const flow = solver.start(on('narrow', 300), 0)
    solver.setMark(flow, 60, 0)
    expect(solver.advance(5)).toEqual([{ kind: 'mark', flow, at: 2 }])
    expect([solver.sent(flow, 5), solver.remaining(flow, 5)]).toEqual([150, 150])
    solver.setMark(flow, 100, 5)
    expect(solver.advance(5)).toEqual([{ kind: 'mark', flow, at: 5 }])
    expect(all(solver)).toEqual([{ kind: 'finished', flow, at: 10 }])
  })

  it('stands still without capacity, and goes on where it was', () => {
    const solver = star(make())
    const flow = solver.start(on('wide', 800), 0)
    solver.setCapacity('wide', 0, 4)
    expect([solver.rate(flow), solver.sent(flow, 4), solver.nextEventAt()]).toEqual([0, 320, unlimited])
    solver.setCapacity('wide', 40, 100)
    expect(all(solver)).toEqual([{ kind: 'finished', flow, at: 112 }])
  })

  it('sends at once what nothing limits, and what is empty even over a dead link', () => {
    const solver = make()
    solver.addResource('hub', unlimited)
    solver.addResource('wide', unlimited, { parent: 'hub' })
    solver.addResource('dead', 0, { parent: 'hub' })
    const free = solver.start(on('wide', 1e12), 7)
    const empty = solver.start(on('dead', 0), 7)
    const capped = solver.start(on('wide', 50, { cap: 10 }), 7)
    expect(solver.rate(free)).toBe(unlimited)
    expect(solver.advance(7).map(({ flow, at }) => [flow, at])).toEqual([
      [free, 7],
      [empty, 7],
    ])
    expect(all(solver)).toEqual([{ kind: 'finished', flow: capped, at: 12 }])
  })

  it('keeps endless flows going until they are cancelled, and says what they sent', () => {
    const solver = star(make())
    const background = solver.start(on('narrow', unlimited), 0)
    const copy = solver.start(on('narrow', 150), 0)
    expect(all(solver)).toEqual([{ kind: 'finished', flow: copy, at: 10 }])
    expect(solver.cancel(background, 20)).toBe(150 + 300)
    expect(() => solver.cancel(background, 20)).toThrow(NotFoundError)
    expect(solver.load('hub')).toBe(0)
  })

  it('takes a new cap at once', () => {
    const solver = star(make())
    const flow = solver.start(on('narrow', 300), 0)
    solver.setCap(flow, 10, 5)
    expect([solver.rate(flow), solver.nextEventAt()]).toEqual([10, 20])
    solver.setCap(flow, unlimited, 10)
    expect([solver.rate(flow), all(solver)]).toEqual([30, [{ kind: 'finished', flow, at: 10 + 100 / 30 }]])
  })

  it('keeps to the date as exactly as a double can', () => {
    const solver = star(make())
    const epoch = Date.UTC(2026, 5, 1)
    const flow = solver.start(on('narrow', 30_000), epoch)
    solver.setCapacity('hub', 1000, epoch + 400)
    expect(all(solver)).toEqual([{ kind: 'finished', flow, at: epoch + 1000 }])
  })

  it('refuses nonsense', () => {
    const solver = star(make())
    expect(() => solver.addResource('hub', 1)).toThrow(AlreadyExistsError)
    expect(() => solver.addResource('odd', Number.NaN)).toThrow(InvalidArgumentError)
    expect(() => solver.setCapacity('nowhere', 1, 0)).toThrow(NotFoundError)
    expect(() => solver.start(on('nowhere', 1), 0)).toThrow(NotFoundError)
    expect(() => solver.start(on('wide', -1), 0)).toThrow(InvalidArgumentError)
    expect(() => solver.start(on('wide', 1, { weight: 0 }), 0)).toThrow(InvalidArgumentError)
    expect(() => solver.start(on('wide', 1, { cap: [] }), 0)).toThrow(InvalidArgumentError)
    expect(() => solver.start(on('wide', 1, { cap: [{ fromBytes: 1, bytesPerMs: 1 }] }), 0)).toThrow(
      InvalidArgumentError,
    )
    solver.advance(10)
    expect(() => solver.start(on('wide', 1), 9)).toThrow(InvalidArgumentError)
  })
})

describe('the filling solver', () => {
  it('shares a mesh: the flow over both links gets what the fuller one leaves it', () => {
    const solver = new FillingFlowSolver()
    solver.addResource('left', 100)
    solver.addResource('right', 40)
    const across = solver.start({ resources: ['left', 'right'], bytes: 1e6 }, 0)
    const left = solver.start({ resources: ['left'], bytes: 1e6 }, 0)
    const right = solver.start({ resources: ['right'], bytes: 1e6 }, 0)
    expect([across, left, right].map((flow) => solver.rate(flow))).toEqual([20, 80, 20])
  })
})

describe('the tree solver', () => {
  it('refuses a way that is not one to the root', () => {
    const solver = star(new TreeFlowSolver())
    expect(() => solver.start({ resources: ['wide'], bytes: 1 }, 0)).toThrow(InvalidArgumentError)
    expect(() => solver.start({ resources: ['wide', 'narrow'], bytes: 1 }, 0)).toThrow(InvalidArgumentError)
    expect(() => solver.start({ resources: [], bytes: 1 }, 0)).toThrow(InvalidArgumentError)
    expect(() => solver.addResource('leaf', 1, { parent: 'nowhere' })).toThrow(NotFoundError)
  })

  it('lets a full link above hold back a link that was full itself', () => {
    const solver = new TreeFlowSolver()
    solver.addResource('hub', 100)
    solver.addResource('region', 60, { parent: 'hub' })
    solver.addResource('site', 50, { parent: 'region' })
    const ways = [['site', 'region', 'hub'], ['region', 'hub'], ['hub']]
    const flows = ways.map((resources) => solver.start({ resources, bytes: 1e6 }, 0))
    const rates = () => flows.map((flow) => solver.rate(flow))
    expect(rates()).toEqual([30, 30, 40])
    solver.setCapacity('site', 10, 1)
    expect(rates()).toEqual([10, 45, 45])
    solver.setCapacity('hub', 36, 2)
    expect(rates()).toEqual([10, 13, 13])
    solver.setCapacity('hub', 24, 3)
    expect(rates()).toEqual([8, 8, 8])
  })
})
