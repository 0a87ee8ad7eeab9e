import { z } from 'zod'
import { expressionPattern, literalPattern, resolvePlaceholders } from '../placeholders.ts'
import { printedField, readPrintedTable } from '../printed-table.ts'
import type { RunContext } from '../run-context.ts'
import type { Verdict } from '../scenario.ts'
import { type CheckKind, defineCheck, stepOf } from './check.ts'

const step = z.string().optional()

/** The step did what it was expected to do, its waiting included. */
export const stepOk = defineCheck(z.strictObject({ step }), (context, input) => {
  const { status, exit, problem } = stepOf(context, input.step)
  return {
    passed: status === 'passed',
    measured: problem ?? (exit === undefined ? 'done' : `exit ${exit}`),
    expected: 'passes',
  }
})

/**
 * The output equals a recorded one, whose placeholders stand for this run's ids. `as: table` compares a client's table
 * cell by cell, so that wrapping and padding do not matter; `as: text` compares every character.
 */
export const goldenOutput: CheckKind = (args) => {
  const input = args.read(z.strictObject({ file: z.string(), as: z.enum(['text', 'table']).default('text'), step }))
  if (!input || (input.step !== undefined && !args.isStep('step', input.step))) return undefined
  const golden = args.readText('file', input.file)
  if (golden === undefined) return undefined
  const asTable = input.as === 'table'
  if (asTable && readPrintedTable(golden) === undefined) return args.complain('file', 'holds no table')
  return async (context) => {
    const { stdout } = stepOf(context, input.step)
    const [wanted, got] = asTable ? [tableText(golden), tableText(stdout)] : [golden, stdout]
    const ids = await resolvePlaceholders(wanted, context)
    return compareLines(wanted, got, (line) => new RegExp(`^${literalPattern(line, ids)}$`), input.file)
  }
}

/** A regular expression (with placeholders, multi-line) is found in the output. */
export const stdoutMatches = defineCheck(
  z.strictObject({ pattern: regularExpression(), step }),
  async (context, input) => {
    const { stdout } = stepOf(context, input.step)
    const ids = await resolvePlaceholders(input.pattern, context)
    const match = new RegExp(expressionPattern(input.pattern, ids), 'm').exec(stdout)
    return { passed: match !== null, measured: brief(match?.[0] ?? stdout), expected: brief(`/${input.pattern}/`) }
  },
)

/** The output is this text and nothing else, but for the last newline. */
export const stdoutIs = defineCheck(z.strictObject({ text: z.string(), step }), async (context, input) => {
  const printed = stepOf(context, input.step).stdout.replace(/\n$/, '')
  return matchWhole(context, printed, input.text)
})

export const stderrContains = defineCheck(z.strictObject({ text: z.string(), step }), async (context, input) => {
  const { stderr } = stepOf(context, input.step)
  const ids = await resolvePlaceholders(input.text, context)
  const passed = new RegExp(literalPattern(input.text, ids)).test(stderr.replace(/\s+/g, ' '))
  return { passed, measured: brief(stderr) || 'nothing', expected: brief(input.text) }
})

/** The value beside a field in a `Field | Value` table. */
export const tableField = defineCheck(
  z.strictObject({ field: z.string(), value: z.string(), step }),
  async (context, input) => {
    const value = printedField(stepOf(context, input.step).stdout, input.field)
    if (value === undefined) return { passed: false, measured: `no row "${input.field}"`, expected: input.value }
    return matchWhole(context, value, input.value)
  },
)

/** `glance stores-info` lists exactly the sites with storage, the hub first, and marks the hub alone as default. */
export const storesMatchSites = defineCheck(z.strictObject({ step }), (context, input) => {
  const cell = printedField(stepOf(context, input.step).stdout, 'stores') ?? '[]'
  const listed = storeEntries(cell).map(({ id, default: isDefault }) => `${id}${isDefault === 'true' ? '*' : ''}`)
  const sites = context.scenario.topology.sites.filter((site) => site.store !== undefined)
  const wanted = sites.map((site) => `${site.id}${site.store?.isDefault ? '*' : ''}`)
  return { passed: listed.join() === wanted.join(), measured: listed.join(', ') || 'none', expected: wanted.join(', ') }
})

const storeList = z.array(z.object({ id: z.string(), default: z.string().optional() }))

function storeEntries(cell: string): z.output<typeof storeList> {
  try {
    return storeList.parse(JSON.parse(cell))
  } catch {
    return []
  }
}

export async function matchWhole(context: RunContext, text: string, expected: string): Promise<Verdict> {
  const ids = await resolvePlaceholders(expected, context)
  const passed = new RegExp(`^${literalPattern(expected, ids)}$`, 's').test(text)
  return { passed, measured: brief(text) || 'nothing', expected: brief(expected) || 'nothing' }
}

function compareLines(wanted: string, got: string, pattern: (line: string) => RegExp, file: string): Verdict {
  const wantedLines = wanted.replace(/\n$/, '').split('\n')
  const gotLines = got.replace(/\n$/, '').split('\n')
  const differs = wantedLines.findIndex((line, i) => gotLines[i] === undefined || !pattern(line).test(gotLines[i]))
  if (differs < 0 && gotLines.length === wantedLines.length) {
    return { passed: true, measured: `${wantedLines.length} lines as recorded`, expected: file }
  }
  const at = differs < 0 ? wantedLines.length : differs
  return {
    passed: false,
    measured: `line ${at + 1}: ${brief(gotLines[at] ?? '') || 'nothing'}`,
    expected: brief(wantedLines[at] ?? '') || 'nothing more',
  }
}

/** One row a line, cells without blanks: what remains the same at every width. */
function tableText(text: string): string {
  const rows = readPrintedTable(text) ?? []
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, '')).join(' | ')).join('\n')
}

function regularExpression() {
  return z.string().refine((source) => {
    try {
      new RegExp(source)
      return true
    } catch {
      return false
    }
  }, 'is not a regular expression')
}

const briefLength = 160

export function brief(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > briefLength ? `${line.slice(0, briefLength - 3)}...` : line
}
