import { cpus, totalmem } from 'node:os'
import { FillingFlowSolver } from '#kernel/flow/filling-flow-solver.ts'
import type { FlowSolver } from '#kernel/flow/flow-solver.ts'
import { TreeFlowSolver } from '#kernel/flow/tree-flow-solver.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { GiB } from '#kernel/units/bytes.ts'
import { fanOut, type Spoke } from '../support/fan-out.ts'

/**
 * One 20 GiB image to N sites behind a shared uplink; access links log-uniform 10..1000 Mbit/s, one-way latency uniform
 * 5..50 ms. Baseline: SimGrid 3.32 takes 184 CPU seconds for 10,000 sites at 10 Gbit/s and 537 at 100 Gbit/s.
 *
 *     node test/bench/flow.bench.ts
 */
const races = [
  { solver: 'tree', spokes: 1000, uplinkGbit: 10, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'filling', spokes: 1000, uplinkGbit: 10, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'tree', spokes: 1000, uplinkGbit: 100, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'filling', spokes: 1000, uplinkGbit: 100, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'tree', spokes: 10_000, uplinkGbit: 10, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'tree', spokes: 10_000, uplinkGbit: 100, concurrency: Number.POSITIVE_INFINITY },
  { solver: 'tree', spokes: 10_000, uplinkGbit: 10, concurrency: 200 },
  { solver: 'filling', spokes: 10_000, uplinkGbit: 10, concurrency: 200 },
] as const

const makers: Record<'tree' | 'filling', () => FlowSolver> = {
  tree: () => new TreeFlowSolver(),
  filling: () => new FillingFlowSolver(),
}

function spokes(count: number): Spoke[] {
  const random = new SeededRandom('fan-out')
  return Array.from({ length: count }, () => ({
    bytesPerMs: 125 * 10 ** (1 + 2 * random.next()),
    latencyMs: 5 + 45 * random.next(),
    bytes: 20 * GiB,
    startMs: 0,
  }))
}

/** 500 sites in regions of 50, 40 copies for each, begun over an hour: 20,000 flows over three tiers. */
function threeTiers(): { cpuSeconds: number; events: number } {
  const random = new SeededRandom('three tiers')
  const solver = new TreeFlowSolver()
  solver.addResource('hub', 10e9 / 8000)
  for (let i = 0; i < 10; i++) solver.addResource(`region ${i}`, 2e9 / 8000, { parent: 'hub' })
  for (let i = 0; i < 500; i++) solver.addResource(`site ${i}`, 1e8 / 8000, { parent: `region ${i % 10}` })
  const starts = Array.from({ length: 20_000 }, (_, i) => ({ site: i % 500, at: random.next() * 3_600_000 }))
  starts.sort((a, b) => a.at - b.at)
  let events = 0
  const before = process.cpuUsage()
  for (const { site, at } of starts) {
    events += 1 + solver.advance(at).length
    const resources = [`site ${site}`, `region ${site % 10}`, 'hub']
    solver.start({ resources, bytes: (1 + 39 * random.next()) * GiB, cap: 5000 + 20_000 * random.next() }, at)
  }
  for (let at = solver.nextEventAt(); at < Number.POSITIVE_INFINITY; at = solver.nextEventAt()) {
    events += solver.advance(at).length
  }
  return { cpuSeconds: seconds(before), events }
}

function seconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function row(cpuSeconds: number, events: number) {
  return { 'CPU s': cpuSeconds.toFixed(3), events, 'events per CPU s': Math.round(events / cpuSeconds) }
}

console.log(`${cpus()[0]?.model} x ${cpus().length}, ${Math.round(totalmem() / GiB)} GiB, Node ${process.version}`)
console.table(
  races.map(({ solver, spokes: count, uplinkGbit, concurrency }) => {
    const input = spokes(count)
    const before = process.cpuUsage()
    const { finishMs, events } = fanOut(makers[solver](), input, { hubBytesPerMs: uplinkGbit * 125_000, concurrency })
    const cost = row(seconds(before), events)
    const end = `${(finishMs.reduce((a, b) => Math.max(a, b)) / 1000).toFixed(0)} s`
    return {
      solver,
      spokes: count,
      'uplink Gbit/s': uplinkGbit,
      'at a time': concurrency,
      ...cost,
      'simulated end': end,
    }
  }),
)
const tiers = threeTiers()
console.table([{ solver: 'tree', tiers: 3, flows: 20_000, ...row(tiers.cpuSeconds, tiers.events) }])
