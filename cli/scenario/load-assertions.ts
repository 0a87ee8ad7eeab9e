import { nearestHint } from '#kernel/config/nearest.ts'
import { checkKinds, plannedChecks } from './checks/checks.ts'
import type { Located } from './located.ts'
import { compare, readTarget } from './metrics/comparison.ts'
import { metricKinds, plannedMetrics } from './metrics/metrics.ts'
import type { Assertion, RequirementRow, Test } from './scenario.ts'
import type { AssertionInput } from './scenario-schema.ts'

export function loadAssertions(
  inputs: readonly AssertionInput[],
  rows: readonly RequirementRow[],
  located: Located,
): readonly Assertion[] {
  return inputs.flatMap((input, index): Assertion[] => {
    const path = ['assert', index]
    if (inputs.findIndex(({ id }) => id === input.id) < index) {
      located.complain([...path, 'id'], `there are two assertions "${input.id}"`)
    }
    if (input.after !== undefined && !located.stepIds.includes(input.after)) {
      located.complain(
        [...path, 'after'],
        `there is no step "${input.after}"${nearestHint(input.after, located.stepIds)}`,
      )
    }
    const proven = rowsOf(input)
    for (const row of proven) {
      if (rows.length > 0 && !rows.some(({ id }) => id === row)) {
        located.complain([...path, input.rows ? 'rows' : 'id'], `rows does not list ${row}`)
      }
    }
    const test = testOf(input, path, located)
    return test ? [{ id: input.id, rows: proven, ...(input.after !== undefined && { after: input.after }), test }] : []
  })
}

/** `A36` is itself, `A36-A40` all five; undefined for anything else. */
export function expandRowRanges(text: string): readonly string[] | undefined {
  const match = /^([A-Z]{1,3})(\d{2})(?:-(?:([A-Z]{1,3}))?(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [, series = '', from = '', endSeries = series, to = from] = match
  if (endSeries !== series || Number(to) < Number(from)) return undefined
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, i) => series + String(Number(from) + i).padStart(2, '0'),
  )
}

/** Named in `rows`, else read from the front of the id: `A05-A08-stores-table`. */
function rowsOf({ id, rows }: AssertionInput): readonly string[] {
  if (rows) return rows
  const front = /^[A-Z]{1,3}\d{2}(?:-[A-Z]{1,3}\d{2})?(?=-|$)/.exec(id)?.[0]
  return front === undefined ? [] : (expandRowRanges(front) ?? [])
}

function testOf(input: AssertionInput, path: (string | number)[], located: Located): Test | undefined {
  if ((input.check === undefined) === (input.metric === undefined)) {
    return located.complain(path, 'an assertion has either check or metric')
  }
  const foreign = input.check === undefined ? (['with'] as const) : (['where', 'op', 'value', 'tol'] as const)
  for (const key of foreign) {
    if (input[key] !== undefined) located.complain([...path, key], `belongs to a ${input.check ? 'metric' : 'check'}`)
  }
  return input.check === undefined ? metricTest(input, path, located) : checkTest(input.check, path, located)
}

function checkTest(name: string, path: (string | number)[], located: Located): Test | undefined {
  const kind = Object.hasOwn(checkKinds, name) ? checkKinds[name] : undefined
  if (!kind) {
    const names = { what: 'check', known: Object.keys(checkKinds), planned: plannedChecks }
    return located.complainUnknown([...path, 'check'], name, names)
  }
  const evaluate = kind(located.argumentsAt([...path, 'with']))
  return evaluate && { name, evaluate }
}

function metricTest(input: AssertionInput, path: (string | number)[], located: Located): Test | undefined {
  const name = input.metric ?? ''
  const kind = Object.hasOwn(metricKinds, name) ? metricKinds[name] : undefined
  if (!kind) {
    const names = { what: 'metric', known: Object.keys(metricKinds), planned: plannedMetrics }
    return located.complainUnknown([...path, 'metric'], name, names)
  }
  const metric = kind(located.argumentsAt([...path, 'where']))
  const operator = input.op ?? located.complain(path, 'op is missing: a metric is compared with a value')
  if (!metric || !operator) return undefined
  const target = readTarget(input.value, metric)
  if (!target.ok) return located.complain([...path, 'value'], target.problem)
  if (target.file !== undefined && !located.fileNames.includes(target.file)) {
    return located.complain(
      [...path, 'value'],
      `there is no file "${target.file}"${nearestHint(target.file, located.fileNames)}`,
    )
  }
  return {
    name,
    evaluate: async (context) => {
      const measured = await metric.measure(context)
      const expected = await target.target(context, metric)
      return compare(measured, { operator, expected, tolerance: input.tol ?? 0, unit: metric.unit })
    },
  }
}
