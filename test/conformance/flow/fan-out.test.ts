import { describe, expect, it } from 'vitest'
import { FillingFlowSolver } from '#kernel/flow/filling-flow-solver.ts'
import { TreeFlowSolver } from '#kernel/flow/tree-flow-solver.ts'
import { fanOut, goldenSpokes, goldenTable } from '../../support/fan-out.ts'

const everybody = Number.POSITIVE_INFINITY
const races = [
  { race: 'fanout-1000-10G', spokes: 'fanout-1000', gbit: 10, concurrency: everybody },
  { race: 'fanout-1000-100G', spokes: 'fanout-1000', gbit: 100, concurrency: everybody },
  { race: 'fanout-1000-10G-c50', spokes: 'fanout-1000', gbit: 10, concurrency: 50 },
  { race: 'fanout-1000-10G-mix', spokes: 'fanout-1000-mix', gbit: 10, concurrency: everybody },
]
const solvers = [
  { name: 'tree', make: () => new TreeFlowSolver() },
  { name: 'filling', make: () => new FillingFlowSolver() },
]

describe.each(solvers)('the $name solver', ({ make }) => {
  it.each(races)('ends every copy of $race when SimGrid does', ({ race, spokes, gbit, concurrency }) => {
    const wanted = goldenTable(`${race}.finish.csv`)
    const { finishMs } = fanOut(make(), goldenSpokes(`${spokes}.spokes.csv`), {
      hubBytesPerMs: gbit * 125_000,
      concurrency,
    })
    const errors = wanted.map((row) => Math.abs(finishMs[row.spoke!]! / 1000 / row.finish_s! - 1))
    expect(Math.max(...errors)).toBeLessThan(1e-6)
  })
})
