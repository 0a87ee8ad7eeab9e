import type { StepResult } from './run-context.ts'
import type { AssertionResult, InvariantResult } from './run-result.ts'
import type { Step } from './scenario.ts'

/** Hears what a run does while it does it, in order. */
export interface RunObserver {
  stepStarted?(step: Step, position: { readonly index: number; readonly count: number }): void
  /** The command is about to run (`text` is as an operator types it, `$VAR` and all), or the action to happen. */
  commandStarted?(step: Step, text: string): void
  commandFinished?(
    step: Step,
    output: { readonly exit: number; readonly stdout: string; readonly stderr: string; readonly captured?: string },
  ): void
  /** Called again and again while a step waits; `seen` is short, e.g. `importing dcn0,dcn1`. */
  waiting?(step: Step, wait: { readonly what: string; readonly seen: string; readonly sinceMs: number }): void
  stepFinished?(step: Step, result: StepResult): void
  asserted?(assertion: AssertionResult): void
  invariantChecked?(invariant: InvariantResult): void
}
