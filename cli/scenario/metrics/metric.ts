import { formatBytes } from '#kernel/units/bytes.ts'
import type { Arguments } from '../arguments.ts'
import type { RunContext } from '../run-context.ts'

/** What a metric counts in; decides how its expected value is written and how both are shown. */
export type MetricUnit = 'bytes' | 'ms' | 'count'

export interface Metric {
  readonly unit: MetricUnit
  measure(context: RunContext): Promise<number>
  /** What `value: model` stands for, where the metric has a model of its own. */
  model?(context: RunContext): Promise<number>
}

/** Makes a metric from its `where:`; undefined when that has problems. */
export type MetricKind = (args: Arguments) => Metric | undefined

export function showAmount(amount: number, unit: MetricUnit): string {
  if (unit === 'ms') return amount >= 1000 ? `${(amount / 1000).toFixed(2)} s` : `${amount.toFixed(0)} ms`
  return unit === 'bytes' ? formatBytes(Math.round(amount)) : String(amount)
}
