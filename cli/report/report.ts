import { hubOf, storeSites } from '#cli/topology/topology.ts'
import type { FinalState, InvariantResult, RunResult } from '../scenario/run-result.ts'
import type { ReportSection, Scenario } from '../scenario/scenario.ts'
import { buildLineage, type LineageTree } from './lineage.ts'
import { type RowVerdict, rowVerdicts } from './row-verdicts.ts'

/** Raised with every change that a reader of the JSON form could notice. */
export const reportSchemaVersion = 1

/**
 * What a run is reported as, in every format. Holds nothing of the machine or the hour it ran at: the same scenario,
 * seed and build give the same report. Times are simulated milliseconds since the scenario's start.
 */
export interface Report {
  readonly schemaVersion: typeof reportSchemaVersion
  readonly title: string
  readonly scenario: string
  readonly seed: number
  readonly passed: boolean
  readonly durationMs: number
  readonly sections: readonly ReportSection[]
  readonly counts: {
    readonly rows: Tally
    readonly assertions: Tally
    readonly steps: Tally
    readonly invariants: Tally
  }
  readonly rows: readonly RowVerdict[]
  readonly assertions: readonly AssertionLine[]
  readonly invariants: readonly InvariantResult[]
  readonly steps: readonly StepLine[]
  readonly wan: readonly WanLine[]
  readonly copies: readonly CopyLine[]
  /** Stores in `glance stores-info` order. */
  readonly stores: readonly string[]
  readonly images: readonly ImageLine[]
  readonly lineage: readonly LineageTree[]
  readonly pools: FinalState['pools']
  readonly warnings: readonly { readonly image: string; readonly rule: string; readonly message: string }[]
}

export interface Tally {
  readonly passed: number
  readonly total: number
}
export interface AssertionLine {
  readonly id: string
  readonly rows: readonly string[]
  readonly test: string
  readonly after?: string
  readonly passed: boolean
  readonly measured: string
  readonly expected: string
}
export interface StepLine {
  readonly id: string
  readonly command: string
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly problem?: string
  readonly exit?: number
  readonly startedMs: number
  readonly durationMs: number
  readonly wanBytes: number
}
/** What one step put on one link in one direction; without a step, the whole run. */
export interface WanLine {
  readonly step?: string
  readonly site: string
  readonly direction: 'down' | 'up'
  readonly class: string
  readonly bytes: number
}
export interface CopyLine {
  readonly image: string
  readonly store: string
  readonly kind: string
  readonly startedMs: number
  readonly durationMs?: number
  readonly wanBytes: number
  readonly status: string
}
export interface ImageLine {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly diskFormat?: string
  readonly sizeBytes?: number
  readonly stores: readonly string[]
}

export function buildReport(scenario: Scenario, result: RunResult): Report {
  const { startedMs, final } = result
  const rows = rowVerdicts(scenario.rows, result.assertions)
  const names = new Map(final.images.map(({ id, name }) => [id, name]))
  return {
    schemaVersion: reportSchemaVersion,
    title: scenario.report.title,
    scenario: scenario.name,
    seed: scenario.seed,
    passed: result.passed && rows.every(({ passed }) => passed),
    durationMs: whole(result.endedMs - startedMs),
    sections: scenario.report.sections,
    counts: {
      rows: tally(rows.map(({ passed }) => passed)),
      assertions: tally(result.assertions.map(({ passed }) => passed)),
      steps: tally(result.steps.map(({ status }) => status === 'passed')),
      invariants: tally(result.invariants.map(({ passed }) => passed)),
    },
    rows,
    assertions: result.assertions,
    invariants: result.invariants,
    steps: result.steps.map((step) => ({
      id: step.id,
      command: step.text,
      status: step.status,
      ...(step.problem !== undefined && { problem: step.problem }),
      ...(step.exit !== undefined && { exit: step.exit }),
      startedMs: whole(step.startedMs - startedMs),
      durationMs: whole(step.endedMs - step.startedMs),
      wanBytes: step.traffic.reduce((sum, { bytes }) => sum + bytes, 0),
    })),
    wan: wanLines(result),
    copies: final.copies.map((copy) => ({
      image: names.get(copy.image) ?? copy.image,
      store: copy.store,
      kind: copy.kind,
      startedMs: whole(copy.startedMs - startedMs),
      ...(copy.endedMs !== undefined && { durationMs: whole(copy.endedMs - copy.startedMs) }),
      wanBytes: copy.wanBytes,
      status: copy.status,
    })),
    stores: storeSites(scenario.topology).map(({ id }) => id),
    images: final.images.map(({ id, name, status, diskFormat, sizeBytes, locations }) => ({
      id,
      name,
      status,
      ...(diskFormat !== undefined && { diskFormat }),
      ...(sizeBytes !== undefined && { sizeBytes }),
      stores: locations.map(({ store }) => store),
    })),
    lineage: buildLineage(final.disks, final.images),
    pools: final.pools,
    warnings: final.warnings.map(({ image, rule, message }) => ({ image, rule, message })),
  }
}

/** Who is at the hub's end of a link: `central > dcn0` is down, `dcn0 > central` is up. */
export function linkName({ site, direction }: { site: string; direction: 'down' | 'up' }, hub: string): string {
  return direction === 'down' ? `${hub} > ${site}` : `${site} > ${hub}`
}

export function hubName(scenario: Scenario): string {
  return hubOf(scenario.topology).id
}

/** Per step in file order, then the whole run; within each by site, direction and class. */
function wanLines({ steps, final }: RunResult): WanLine[] {
  return [
    ...steps.flatMap(({ id, traffic }) => summed(traffic).map((line) => ({ step: id, ...line }))),
    ...summed(final.traffic),
  ]
}

function summed(traffic: FinalState['traffic']): WanLine[] {
  const lines = new Map<string, WanLine>()
  for (const { site, direction, class: trafficClass, bytes } of traffic) {
    const key = `${site} ${direction} ${trafficClass}`
    lines.set(key, { site, direction, class: trafficClass, bytes: (lines.get(key)?.bytes ?? 0) + bytes })
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

function tally(passed: readonly boolean[]): Tally {
  return { passed: passed.filter(Boolean).length, total: passed.length }
}

/** Simulated milliseconds without the fractions of a live clock. */
function whole(ms: number): number {
  return Math.round(ms)
}
