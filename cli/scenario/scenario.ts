import type { Topology } from '#cli/topology/topology.ts'
import type { Action } from './actions/action.ts'
import type { CommandLine } from './command-line.ts'
import type { RunContext } from './run-context.ts'
import type { ScenarioFile } from './world.ts'

/** A scenario file, checked: a cloud, what an operator does in it, and what must then be true. */
export interface Scenario {
  readonly name: string
  readonly title: string
  readonly seed: number
  /** What the file asks for; whoever plays it may do otherwise and says so. */
  readonly clock: 'virtual' | 'wall'
  readonly topology: Topology
  readonly files: readonly ScenarioFile[]
  readonly steps: readonly Step[]
  readonly assertions: readonly Assertion[]
  /** The requirement rows that the report shows one line for, in file order. */
  readonly rows: readonly RequirementRow[]
  readonly report: ReportSpec
}

export interface RequirementRow {
  readonly id: string
  readonly text: string
  /** A row that holds when all of these do; it needs no assertion of its own. */
  readonly all?: readonly string[]
}

export interface ReportSpec {
  readonly title: string
  readonly sections: readonly ReportSection[]
}
export const reportSections = [
  'verdict',
  'rowCoverage',
  'storeMatrix',
  'copyGantt',
  'lineageTree',
  'wanBytesPerStep',
  'poolUsage',
  'failures',
] as const
export type ReportSection = (typeof reportSections)[number]

/** Steps run in file order; `atMs` (from the scenario's start) holds one back, a failed `after` skips it. */
export type Step = RunStep | ActionStep

interface StepBase {
  readonly id: string
  /** Printed above the step: the chapter of the procedure that begins here. */
  readonly heading?: string
  readonly atMs?: number
  readonly after?: string
  readonly waitFor?: WaitFor
}
export interface RunStep extends StepBase {
  readonly kind: 'run'
  readonly line: CommandLine
  /** The variable that the command's output (without its last newline) goes into. */
  readonly capture?: string
  readonly expect: Expectation
}
export interface ActionStep extends StepBase {
  readonly kind: 'action'
  readonly action: Action
}

export interface Expectation {
  readonly exit: number | 'nonzero'
  /** A text that must be in there. */
  readonly stdout?: string
  readonly stderr?: string
}

/** A state to wait for before the step counts as done. Names may contain `$VAR`. */
export interface WaitFor {
  readonly subject: 'image' | 'volume' | 'snapshot' | 'server'
  readonly name: string
  readonly until: WaitCondition
  /** Simulated. */
  readonly limitMs: number
}
export type WaitCondition =
  /** `gone` is the absence of the thing. */
  | { readonly kind: 'status'; readonly status: string }
  /** No import or copy holds the image any more. */
  | { readonly kind: 'imported' }
  | { readonly kind: 'stored'; readonly store: string }

export interface Assertion {
  readonly id: string
  /** Requirement rows that it proves. */
  readonly rows: readonly string[]
  /** Evaluated when this step is over; at the end of the run when absent. */
  readonly after?: string
  readonly test: Test
}

/** What an assertion evaluates; made by `checks/` and `metrics/` with their arguments parsed. */
export interface Test {
  /** `storesEqual`, `wan.bytes`. */
  readonly name: string
  evaluate(context: RunContext): Promise<Verdict>
}

export interface Verdict {
  readonly passed: boolean
  /** What was found, short: it stands in a table cell. */
  readonly measured: string
  /** What was asked for; also short. */
  readonly expected: string
}
