import type { AssertionResult } from '../scenario/run-result.ts'
import type { RequirementRow } from '../scenario/scenario.ts'

/** One line of the table: a requirement row, and what proved or refuted it. */
export interface RowVerdict {
  readonly id: string
  readonly text: string
  readonly passed: boolean
  /** Of a row that fails, what was found instead; else what its first assertion measured. */
  readonly measured: string
  /** Ids of the assertions (or rows, for a row that sums up others). */
  readonly provenBy: readonly string[]
}

/** Every row in order. A row holds when every assertion that names it does; without any it does not hold. */
export function rowVerdicts(
  rows: readonly RequirementRow[],
  assertions: readonly AssertionResult[],
): readonly RowVerdict[] {
  const listed = rows.length > 0 ? rows : rowsNamedBy(assertions)
  const single = new Map(
    listed.filter(({ all }) => all === undefined).map((row) => [row.id, singleVerdict(row, assertions)]),
  )
  return listed.map((row) => single.get(row.id) ?? summaryVerdict(row, single))
}

function singleVerdict({ id, text }: RequirementRow, assertions: readonly AssertionResult[]): RowVerdict {
  const proofs = assertions.filter(({ rows }) => rows.includes(id))
  const failed = proofs.find(({ passed }) => !passed)
  const measured = failed
    ? `${failed.id}: ${failed.measured}, expected ${failed.expected}`
    : (proofs[0]?.measured ?? 'nothing looked at it')
  return { id, text, passed: proofs.length > 0 && !failed, measured, provenBy: proofs.map((proof) => proof.id) }
}

function summaryVerdict({ id, text, all = [] }: RequirementRow, single: ReadonlyMap<string, RowVerdict>): RowVerdict {
  const failed = all.filter((member) => single.get(member)?.passed !== true)
  const measured = failed.length > 0 ? `fails with ${failed.join(', ')}` : `${all.length} rows hold`
  return { id, text, passed: failed.length === 0, measured, provenBy: all }
}

/** A scenario without a `rows` list: what its assertions name, sorted. */
function rowsNamedBy(assertions: readonly AssertionResult[]): readonly RequirementRow[] {
  const ids = [...new Set(assertions.flatMap(({ rows }) => rows))].sort()
  return ids.map((id) => ({ id, text: assertions.find(({ rows }) => rows.includes(id))?.id ?? id }))
}
