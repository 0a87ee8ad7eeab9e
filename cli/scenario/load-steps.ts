import { actionKinds, plannedActions } from './actions/actions.ts'
import { hostVariable, parseCommandLine, variablesOf } from './command-line.ts'
import type { Located } from './located.ts'
import type { Step, WaitCondition, WaitFor } from './scenario.ts'
import type { StepInput, WaitForInput } from './scenario-schema.ts'

/** Variables that are there without being captured: the seeds name a container after its host. */
export const predefinedVariables: readonly string[] = [hostVariable, 'HOSTNAME']

const defaultWaitLimitMs = 10 * 60_000

export function loadSteps(steps: readonly StepInput[], located: Located): readonly Step[] {
  const captured = new Set(predefinedVariables)
  return steps.flatMap((step, index): Step[] => {
    const path = ['steps', index]
    checkOrder(steps, index, located)
    const base = {
      id: step.id,
      ...(step.heading !== undefined && { heading: step.heading }),
      ...(step.at !== undefined && { atMs: step.at }),
      ...(step.after !== undefined && { after: step.after }),
      ...(step.waitFor && waitForOf(step.waitFor, [...path, 'waitFor'], captured, located)),
    }
    if ((step.run === undefined) === (step.do === undefined)) {
      return located.complain(path, 'a step has either run (a command) or do (an action)') ?? []
    }
    if (step.do !== undefined) return actionStep({ ...step, do: step.do }, base, path, located)
    return runStep({ ...step, run: step.run ?? '' }, base, path, captured, located)
  })
}

type StepBase = Pick<Step, 'id' | 'heading' | 'atMs' | 'after' | 'waitFor'>

function actionStep(
  step: StepInput & { do: string },
  base: StepBase,
  path: (string | number)[],
  located: Located,
): Step[] {
  for (const key of ['capture', 'expect'] as const) {
    if (step[key] !== undefined) located.complain([...path, key], 'belongs to a run step: an action has no output')
  }
  const kind = Object.hasOwn(actionKinds, step.do) ? actionKinds[step.do] : undefined
  if (!kind) {
    const names = { what: 'action', known: Object.keys(actionKinds), planned: plannedActions }
    return located.complainUnknown([...path, 'do'], step.do, names) ?? []
  }
  const action = kind(located.argumentsAt([...path, 'with']))
  return action ? [{ kind: 'action', ...base, action }] : []
}

function runStep(
  step: StepInput & { run: string },
  base: StepBase,
  path: (string | number)[],
  captured: Set<string>,
  located: Located,
): Step[] {
  if (step.with !== undefined)
    located.complain([...path, 'with'], 'belongs to a do step: a command has its own options')
  const parsed = parseCommandLine(step.run)
  if (!parsed.ok) return located.complain([...path, 'run'], parsed.problem) ?? []
  const { line } = parsed
  for (const name of variablesOf(line)) {
    if (!captured.has(name)) located.complain([...path, 'run'], `no step before this one captures $${name}`)
  }
  if (line.capture !== undefined && step.capture !== undefined) {
    located.complain([...path, 'capture'], `the command captures already, into ${line.capture}`)
  }
  const capture = step.capture ?? line.capture
  if (capture !== undefined) captured.add(capture)
  const { exit = 0, stdout, stderr } = step.expect ?? {}
  return [
    {
      kind: 'run',
      ...base,
      line,
      ...(capture !== undefined && { capture }),
      expect: { exit, ...(stdout !== undefined && { stdout }), ...(stderr !== undefined && { stderr }) },
    },
  ]
}

function checkOrder(steps: readonly StepInput[], index: number, located: Located): void {
  const step = steps[index]
  if (!step) return
  const before = steps.slice(0, index)
  if (before.some(({ id }) => id === step.id))
    located.complain(['steps', index, 'id'], `there are two steps "${step.id}"`)
  if (step.after !== undefined && !before.some(({ id }) => id === step.after)) {
    located.complain(['steps', index, 'after'], `no step before this one is called "${step.after}"`)
  }
  const previousAt = before.findLast(({ at }) => at !== undefined)?.at
  if (step.at !== undefined && previousAt !== undefined && step.at < previousAt) {
    located.complain(['steps', index, 'at'], 'lies before the time of an earlier step: steps run in file order')
  }
}

const subjects = ['image', 'volume', 'snapshot', 'server'] as const

function waitForOf(
  input: WaitForInput,
  path: (string | number)[],
  captured: ReadonlySet<string>,
  located: Located,
): { readonly waitFor: WaitFor } | undefined {
  const named = subjects.filter((subject) => input[subject] !== undefined)
  const [subject] = named
  if (subject === undefined || named.length > 1) {
    return located.complain(path, `waits for one thing: ${subjects.join(', ')}`)
  }
  const name = input[subject] ?? ''
  for (const [, variable = ''] of name.matchAll(/\$\{?(\w+)\}?/g)) {
    if (!captured.has(variable)) located.complain([...path, subject], `no step before this one captures $${variable}`)
  }
  const until = conditionOf(input, subject, path, located)
  return until && { waitFor: { subject, name, until, limitMs: input.limit ?? defaultWaitLimitMs } }
}

function conditionOf(
  { status, importing, store }: WaitForInput,
  subject: WaitFor['subject'],
  path: (string | number)[],
  located: Located,
): WaitCondition | undefined {
  if ([status, importing, store].filter((value) => value !== undefined).length !== 1) {
    return located.complain(path, 'waits until one thing is so: status, importing or store')
  }
  if (status !== undefined) return { kind: 'status', status }
  if (subject !== 'image')
    return located.complain(path, `only an image is waited for by ${importing ? 'importing' : 'store'}`)
  if (store === undefined) return { kind: 'imported' }
  if (located.topology.sites.some(({ id }) => id === store)) return { kind: 'stored', store }
  return located.complain([...path, 'store'], `there is no site "${store}"`)
}
