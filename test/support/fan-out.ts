import { readFileSync } from 'node:fs'
import type { FlowId, FlowSolver } from '#kernel/flow/flow-solver.ts'

/** One site that gets a copy, and its access link. */
export interface Spoke {
  readonly bytesPerMs: number
  readonly latencyMs: number
  readonly bytes: number
  readonly startMs: number
}

interface Arrival {
  readonly spoke: number
  readonly atMs: number
}

const hubLatencyMs = 0.5
const bandwidthFactor = 0.97
const latencyFactor = 13.01

/**
 * Sends a copy to every spoke behind one hub, with SimGrid's LV08 constants (see test/golden/wan/README.md).
 *
 * @param options.concurrency - copies at a time; those over it wait in order
 * @returns per spoke, when its copy ends (ms), and how many solver events that took
 */
export function fanOut(
  solver: FlowSolver,
  spokes: readonly Spoke[],
  { hubBytesPerMs, concurrency }: { hubBytesPerMs: number; concurrency: number },
): { finishMs: Float64Array; events: number } {
  solver.addResource('hub', bandwidthFactor * hubBytesPerMs)
  for (const [i, { bytesPerMs }] of spokes.entries()) {
    solver.addResource(`spoke ${i}`, bandwidthFactor * bytesPerMs, { parent: 'hub' })
  }
  const waiting = spokes.map((_, i) => i).sort((a, b) => spokes[b]!.startMs - spokes[a]!.startMs || b - a)
  const arrivals: Arrival[] = []
  const admit = (now: number) => {
    const spoke = waiting.pop()
    if (spoke === undefined) return
    const { startMs, latencyMs } = spokes[spoke]!
    arrivals.push({ spoke, atMs: Math.max(now, startMs) + latencyFactor * (latencyMs + hubLatencyMs) })
  }
  while (arrivals.length < Math.min(concurrency, spokes.length)) admit(0)
  arrivals.sort((a, b) => a.atMs - b.atMs)

  const finishMs = new Float64Array(spokes.length)
  const flows = new Map<FlowId, number>()
  let events = 0
  for (;;) {
    const next = arrivals[0]?.atMs ?? Number.POSITIVE_INFINITY
    const at = Math.min(next, solver.nextEventAt())
    if (at === Number.POSITIVE_INFINITY) return { finishMs, events }
    for (const { flow } of solver.advance(at)) {
      events++
      finishMs[flows.get(flow)!] = at
      if (waiting.length > 0) {
        admit(at)
        arrivals.sort((a, b) => a.atMs - b.atMs)
      }
    }
    while (arrivals.length > 0 && arrivals[0]!.atMs <= at) {
      const { spoke } = arrivals.shift()!
      flows.set(startCopy(solver, spokes[spoke]!, spoke, { hubBytesPerMs, now: at }), spoke)
      events++
    }
  }
}

function startCopy(
  solver: FlowSolver,
  spoke: Spoke,
  index: number,
  { hubBytesPerMs, now }: { hubBytesPerMs: number; now: number },
): FlowId {
  const latencyMs = spoke.latencyMs + hubLatencyMs
  return solver.start(
    {
      resources: [`spoke ${index}`, 'hub'],
      bytes: spoke.bytes,
      cap: (bandwidthFactor * 4 * 1024 ** 2) / (2 * latencyMs),
      weight: 1 / (latencyMs + 20537 / spoke.bytesPerMs + 20537 / hubBytesPerMs),
    },
    now,
  )
}

/** Reads a table of the golden folder: numbers by column name. */
export function goldenTable(name: string): Record<string, number>[] {
  const text = readFileSync(new URL(`../golden/wan/${name}`, import.meta.url), 'utf8')
  const [head, ...lines] = text.trim().split('\n')
  const columns = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i]!, Number(value)])))
}

export function goldenSpokes(name: string): Spoke[] {
  return goldenTable(name).map((row) => ({
    bytesPerMs: row.mbit! * 125,
    latencyMs: row.latency_ms!,
    bytes: row.bytes!,
    startMs: row.start_s! * 1000,
  }))
}
