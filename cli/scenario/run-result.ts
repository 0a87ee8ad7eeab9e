import type { InstantMs } from '#kernel/time/clock.ts'
import type { LinkState, TrafficCount } from '#kernel/wan/wan.ts'
import type { PlacementWarning } from './placement-lint.ts'
import type { StepResult } from './run-context.ts'
import type { Verdict } from './scenario.ts'
import type { CopyRecord, ImageRecord } from './world.ts'

/** What a run did and found: all that a report is made of. Times are simulated. */
export interface RunResult {
  readonly startedMs: InstantMs
  readonly endedMs: InstantMs
  readonly steps: readonly StepResult[]
  /** In file order. */
  readonly assertions: readonly AssertionResult[]
  readonly invariants: readonly InvariantResult[]
  /** Every step, assertion and invariant passed. */
  readonly passed: boolean
  /** How the cloud stood at the end. */
  readonly final: FinalState
}

export interface AssertionResult extends Verdict {
  readonly id: string
  readonly rows: readonly string[]
  /** Name of the check or metric. */
  readonly test: string
  readonly after?: string
}

export interface InvariantResult extends Verdict {
  /** `INV02`. */
  readonly id: string
  readonly text: string
}

export interface FinalState {
  readonly images: readonly ImageRecord[]
  readonly copies: readonly CopyRecord[]
  /** Since the scenario's start. */
  readonly traffic: readonly TrafficCount[]
  readonly links: readonly LinkState[]
  readonly warnings: readonly PlacementWarning[]
  /** RBD images of every cluster, for the family tree. */
  readonly disks: readonly DiskState[]
  readonly pools: readonly PoolState[]
}
export interface DiskState {
  readonly site: string
  readonly pool: string
  readonly image: string
  readonly snapshot?: string
  readonly sizeBytes: number
  /** `images/ID@snap`. */
  readonly parent?: string
}
export interface PoolState {
  readonly site: string
  readonly pool: string
  readonly storedBytes: number
  readonly rawBytes: number
}
