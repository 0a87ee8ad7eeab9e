import type { InstantMs } from '#kernel/time/clock.ts'
import type { TrafficCount } from '#kernel/wan/wan.ts'
import type { Scenario } from './scenario.ts'
import type { World } from './world.ts'

/** What checks and metrics look at: the world as it is now, and what the steps so far did. */
export interface RunContext {
  readonly world: World
  readonly scenario: Scenario
  /** Values of `$VAR`, `<host>` included under the name `host`. */
  readonly variables: ReadonlyMap<string, string>
  /** Results of the steps that are over, in order. */
  readonly steps: ReadonlyMap<string, StepResult>
  readonly startedMs: InstantMs
  /** What had crossed the WAN before the scenario began. */
  readonly startTraffic: readonly TrafficCount[]
  /** The step whose end the assertion waits for; the last one at the end of the run. */
  readonly lastStep: StepResult | undefined
}

export interface StepResult {
  readonly id: string
  /** The command with its variables filled in, or what the action was. */
  readonly text: string
  readonly status: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped. */
  readonly problem?: string
  /** Of the command, after its filters; absent for actions and where nothing ran. */
  readonly exit?: number
  readonly stdout: string
  readonly stderr: string
  readonly startedMs: InstantMs
  readonly endedMs: InstantMs
  /** Distinct successive states of what was waited for. */
  readonly observed: readonly Observation[]
  /** What crossed the WAN between its begin and its end, whoever caused it. */
  readonly traffic: readonly TrafficCount[]
}

export interface Observation {
  readonly atMs: InstantMs
  readonly status: string
  /** Of an image: the stores still to be written. */
  readonly importingTo: readonly string[]
}
