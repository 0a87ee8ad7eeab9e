import type { WaitOptions } from '#kernel/time/clock.ts'
import { applyFilters, expandWords, hostVariable, withoutContainer } from './command-line.ts'
import type { RunObserver } from './observer.ts'
import type { Observation, StepResult } from './run-context.ts'
import type { Expectation, RunStep, Step } from './scenario.ts'
import { trafficBetween } from './traffic.ts'
import { describeWait, waitFor } from './wait-for.ts'
import type { CommandResult, World } from './world.ts'

export interface StepSurroundings extends WaitOptions {
  readonly world: World
  readonly observer: RunObserver
  /** A step with a capture adds to it. */
  readonly variables: Map<string, string>
  readonly scenarioStartedMs: number
}

/** Runs one step to its end, waiting included. What goes wrong is in the result; only cancellation throws. */
export async function runStep(step: Step, surroundings: StepSurroundings): Promise<StepResult> {
  const { world, scenarioStartedMs, signal } = surroundings
  if (step.atMs !== undefined) await world.clock.sleepUntil(scenarioStartedMs + step.atMs, { signal })
  const before = await world.traffic()
  const startedMs = world.clock.now()
  const done = step.kind === 'run' ? await runCommand(step, surroundings) : await performAction(step, surroundings)
  const waited = done.problem === undefined ? await waitAfter(step, surroundings) : {}
  const problem = done.problem ?? waited.problem
  return {
    id: step.id,
    text: done.text,
    status: problem === undefined ? 'passed' : 'failed',
    ...(problem !== undefined && { problem }),
    ...(done.output && { exit: done.output.exit }),
    stdout: done.output?.stdout ?? '',
    stderr: done.output?.stderr ?? '',
    startedMs,
    endedMs: world.clock.now(),
    observed: waited.observed ?? [],
    traffic: trafficBetween(before, await world.traffic()),
  }
}

/** The result of a step that is not run at all. */
export function skippedStep(step: Step, problem: string, atMs: number): StepResult {
  const text = step.kind === 'run' ? step.line.text : step.action.text
  return {
    id: step.id,
    text,
    status: 'skipped',
    problem,
    stdout: '',
    stderr: '',
    startedMs: atMs,
    endedMs: atMs,
    observed: [],
    traffic: [],
  }
}

interface Done {
  readonly text: string
  readonly output?: CommandResult
  readonly problem?: string
}

async function runCommand(step: RunStep, { world, observer, variables, signal }: StepSurroundings): Promise<Done> {
  const { line, capture, expect } = step
  const argv = expandWords(line.words, variables)
  const text = spell(argv, line.capture)
  observer.commandStarted?.(step, line.text.replaceAll('<host>', variables.get(hostVariable) ?? '<host>'))
  let raw: CommandResult
  try {
    raw = await world.run(withoutContainer(argv), { signal })
  } catch (error) {
    signal?.throwIfAborted()
    return { text, problem: `the command could not be run: ${(error as Error).message}` }
  }
  const stdout = applyFilters(raw.stdout, line.filters)
  // A pipe ends as grep ends, unless the command itself failed.
  const exit = raw.exit === 0 && line.filters.length > 0 && stdout === '' ? 1 : raw.exit
  const output = { exit, stdout, stderr: raw.stderr }
  const captured = stdout.replace(/\n+$/, '')
  if (capture !== undefined && exit === 0) variables.set(capture, captured)
  observer.commandFinished?.(step, { ...output, ...(line.capture !== undefined && { captured }) })
  const problem =
    unexpected(output, expect) ??
    (capture !== undefined && captured === '' ? 'there was no output to capture' : undefined)
  return { text, output, ...(problem !== undefined && { problem }) }
}

async function performAction(
  step: Extract<Step, { kind: 'action' }>,
  { world, observer, signal }: StepSurroundings,
): Promise<Done> {
  const { text } = step.action
  observer.commandStarted?.(step, text)
  try {
    await step.action.perform(world, { signal })
    return { text }
  } catch (error) {
    signal?.throwIfAborted()
    return { text, problem: (error as Error).message }
  }
}

async function waitAfter(
  step: Step,
  { world, observer, variables, signal }: StepSurroundings,
): Promise<{ readonly problem?: string; readonly observed?: readonly Observation[] }> {
  const { waitFor: wait } = step
  if (!wait) return {}
  try {
    const what = describeWait(wait)
    return await waitFor(wait, world, variables, {
      signal,
      onLook: (seen, sinceMs) => observer.waiting?.(step, { what, seen, sinceMs }),
    })
  } catch (error) {
    signal?.throwIfAborted()
    return { problem: `while waiting for ${describeWait(wait)}: ${(error as Error).message}` }
  }
}

function unexpected({ exit, stdout, stderr }: CommandResult, expected: Expectation): string | undefined {
  const asExpected = expected.exit === 'nonzero' ? exit !== 0 : exit === expected.exit
  if (!asExpected) {
    const said = stderr.trim() || stdout.trim()
    const wanted = expected.exit === 'nonzero' ? 'a failure' : `exit ${expected.exit}`
    return `exit ${exit} where ${wanted} was expected${said ? `: ${said}` : ''}`
  }
  if (expected.stdout !== undefined && !stdout.includes(expected.stdout)) return `its output lacks "${expected.stdout}"`
  if (expected.stderr !== undefined && !stderr.replace(/\s+/g, ' ').includes(expected.stderr)) {
    return `its errors lack "${expected.stderr}": ${stderr.trim() || 'there were none'}`
  }
  return undefined
}

/** The command as it was run, with what a shell would need quoted in quotes. */
function spell(argv: readonly string[], capture: string | undefined): string {
  const words = argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
  return capture === undefined ? words.join(' ') : `${capture}=$(${words.join(' ')})`
}
