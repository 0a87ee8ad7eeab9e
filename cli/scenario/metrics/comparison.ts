import { parseDuration } from '#kernel/config/units.ts'
import { byteAmount, byteAmountOf } from '../amounts.ts'
import type { RunContext } from '../run-context.ts'
import type { Verdict } from '../scenario.ts'
import { type Metric, type MetricUnit, showAmount } from './metric.ts'

export const operators = ['==', '!=', '<', '<=', '>', '>='] as const
export type Operator = (typeof operators)[number]

/** What a metric is compared with; known only when the run is. */
export type Target = (context: RunContext, metric: Metric) => Promise<number>

/** Reads a `value:` in the metric's unit, or `model`. */
export function readTarget(
  value: unknown,
  metric: Metric,
):
  | { readonly ok: true; readonly target: Target; readonly file?: string }
  | { readonly ok: false; readonly problem: string } {
  if (value === 'model') {
    if (!metric.model) return { ok: false, problem: 'this metric has no model to compare with' }
    return { ok: true, target: async (context, { model }) => (model ? model(context) : Number.NaN) }
  }
  const constant =
    (amount: number): Target =>
    async () =>
      amount
  if (metric.unit === 'bytes') {
    const parsed = byteAmount.safeParse(value)
    if (!parsed.success) return { ok: false, problem: parsed.error.issues[0]?.message ?? 'is not a size' }
    const amount = parsed.data
    const target: Target = async (context) => byteAmountOf(amount, context)
    return amount.kind === 'file' ? { ok: true, target, file: amount.file } : { ok: true, target }
  }
  if (metric.unit === 'ms') {
    const parsed = parseDuration(value)
    return parsed.ok ? { ok: true, target: constant(parsed.value) } : parsed
  }
  if (typeof value !== 'number') return { ok: false, problem: 'expected a plain number: this metric counts' }
  return { ok: true, target: constant(value) }
}

/** `tolerance` is a ratio of the expected value and always speaks for the measured one. */
export function compare(
  measured: number,
  {
    operator,
    expected,
    tolerance,
    unit,
  }: { operator: Operator; expected: number; tolerance: number; unit: MetricUnit },
): Verdict {
  const slack = Math.abs(expected) * tolerance
  const holds: Record<Operator, boolean> = {
    '==': Math.abs(measured - expected) <= slack,
    '!=': Math.abs(measured - expected) > slack,
    '<': measured < expected + slack,
    '<=': measured <= expected + slack,
    '>': measured > expected - slack,
    '>=': measured >= expected - slack,
  }
  const within = tolerance > 0 ? ` ± ${Number((tolerance * 100).toFixed(2))} %` : ''
  const sign = operator === '==' ? '' : `${operator} `
  return {
    passed: holds[operator],
    measured: showAmount(measured, unit),
    expected: `${sign}${showAmount(expected, unit)}${within}`,
  }
}
