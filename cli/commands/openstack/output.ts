import { type Command, InvalidArgumentError as InvalidOption, Option } from 'commander'
import { stringify } from 'yaml'
import type { CommandIo } from '#cli/command-io.ts'
import { fitWidths, type OpenstackTable, openstackTable } from '#cli/format/openstack-table.ts'
import { CommandFailure } from '../command-failure.ts'
import { alignmentOf, type Cell, humanText, machineValue } from './cells.ts'
import { asciiOnly, isList, type PlainValue, pythonText, pythonTuple } from './python-text.ts'

/** How an answer is printed; the options that every printing command of the client takes. */
export interface OutputOptions {
  readonly format: string
  readonly column?: readonly string[]
  readonly maxWidth: number
  readonly fitWidth?: boolean
  readonly printEmpty?: boolean
  readonly noindent?: boolean
  readonly prefix?: string
  readonly quote?: string
  readonly sortColumn?: readonly string[]
  readonly sortAscending?: boolean
  readonly sortDescending?: boolean
}

const collect = (name: string, soFar: readonly string[] = []) => [...soFar, name]

function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidOption('not a whole number.')
  return Number(text)
}

function addCommon(command: Command, formats: readonly string[], io: CommandIo): Command {
  return command
    .addOption(new Option('-f, --format <FORMAT>', 'the output format').choices(formats).default('table'))
    .option('-c, --column <COLUMN>', 'column to include; may be used more than once', collect)
    .option(
      '--max-width <integer>',
      'maximum display width, below 1 to disable; also env CLIFF_MAX_TERM_WIDTH',
      integer,
      Number(io.env.CLIFF_MAX_TERM_WIDTH || 0),
    )
    .option('--fit-width', 'fit the table to the display width; also env CLIFF_FIT_WIDTH=1')
    .option('--print-empty', 'print an empty table if there is no data to show')
    .option('--noindent', 'JSON on one line')
}

/** Options of commands that print one thing. */
export function addShowOptions(command: Command, io: CommandIo): Command {
  return addCommon(command, ['json', 'shell', 'table', 'value', 'yaml'], io).option(
    '--prefix <PREFIX>',
    'add a prefix to all variable names (with -f shell)',
    '',
  )
}

/** Options of commands that print a list. */
export function addListOptions(command: Command, io: CommandIo): Command {
  return addCommon(command, ['csv', 'json', 'table', 'value', 'yaml'], io)
    .addOption(
      new Option('--quote <MODE>', 'when CSV fields are quoted')
        .choices(['all', 'minimal', 'none', 'nonnumeric'])
        .default('nonnumeric'),
    )
    .option('--sort-column <SORT_COLUMN>', 'column to sort by; may be used more than once', collect)
    .option('--sort-ascending', 'sort the columns in ascending order')
    .option('--sort-descending', 'sort the columns in descending order')
}

/** Prints one thing: its fields in the order of their names. */
export function printOne(io: CommandIo, record: Readonly<Record<string, Cell>>, options: OutputOptions): void {
  const all = Object.keys(record).sort()
  const names = chosen(all, options)
  const cell = (name: string): Cell => record[name] ?? null
  if (options.format === 'table') {
    const rows = names.map((name) => [name, humanText(cell(name))])
    printTable(io, { columns: ['Field', 'Value'], rows }, options, 16)
  } else if (options.format === 'value') {
    for (const name of names) io.stdout(`${pythonText(machineValue(cell(name)))}\n`)
  } else if (options.format === 'shell') {
    for (const name of names) {
      const variable = name.toLowerCase().replace(/[ :-]/g, '_')
      const text = pythonText(machineValue(cell(name))).replaceAll('"', '\\"')
      io.stdout(`${options.prefix ?? ''}${variable}="${text}"\n`)
    }
  } else if (options.format === 'yaml') {
    for (const name of names) io.stdout(yamlText({ [name]: machineValue(cell(name)) }))
  } else {
    printJson(io, Object.fromEntries(names.map((name) => [name, machineValue(cell(name))])), options)
  }
}

/** Prints a list; `rows` have one cell per column. */
export function printList(
  io: CommandIo,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: OutputOptions,
): void {
  const names = chosen(columns, options)
  const shown = sorted(columns, rows, options).map((row) =>
    row.filter((_, index) => names.includes(columns[index] ?? '')),
  )
  const records = () =>
    shown.map((row) => Object.fromEntries(names.map((name, index) => [name, machineValue(row[index] ?? null)])))
  if (options.format === 'table') {
    const align = shown[0]?.map(alignmentOf)
    printTable(io, { columns: names, rows: shown.map((row) => row.map(humanText)), align }, options, 8)
  } else if (options.format === 'value') {
    for (const row of shown) io.stdout(`${row.map((cell) => pythonText(machineValue(cell))).join(' ')}\n`)
  } else if (options.format === 'csv') {
    const lines = [names, ...shown.map((row) => row.map(machineValue))]
    for (const line of lines) io.stdout(`${line.map((value) => csvField(value, options.quote)).join(',')}\n`)
  } else if (options.format === 'yaml') {
    io.stdout(yamlText(records()))
  } else {
    printJson(io, records(), options)
  }
}

function chosen(columns: readonly string[], options: OutputOptions): readonly string[] {
  if (!options.column) return columns
  const names = columns.filter((name) => options.column?.includes(name))
  if (names.length > 0) return names
  const asked = pythonText([...options.column])
  throw new CommandFailure(`No recognized column names in ${asked}. Recognized columns are ${pythonTuple(columns)}.`)
}

/** By the columns asked for, the first one counting most; what is not set comes last, unknown columns are ignored. */
function sorted(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: OutputOptions,
): readonly (readonly Cell[])[] {
  const keys = (options.sortColumn ?? []).map((name) => columns.indexOf(name)).filter((index) => index >= 0)
  const sign = options.sortDescending ? -1 : 1
  const order = (a: readonly Cell[], b: readonly Cell[]) => {
    for (const key of keys) {
      const difference = sign * compare(machineValue(a[key] ?? null), machineValue(b[key] ?? null))
      if (difference !== 0) return difference
    }
    return 0
  }
  return [...rows].sort(order)
}

function compare(a: PlainValue, b: PlainValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [pythonText(a), pythonText(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function printTable(io: CommandIo, table: OpenstackTable, options: OutputOptions, minWidth: number): void {
  if (table.rows.length === 0 && !options.printEmpty) {
    io.stdout('\n')
    return
  }
  const total = tableWidth(io, options)
  const align = table.rows.length === 0 ? table.columns.map(() => 'center' as const) : table.align
  const maxWidth = total === undefined ? undefined : fitWidths({ ...table, align }, total, minWidth)
  io.stdout(`${openstackTable({ ...table, align, maxWidth })}\n`)
}

/** A table is fitted to a width only when asked for, and to the terminal's only when there is one (requirements Z06). */
function tableWidth(io: CommandIo, options: OutputOptions): number | undefined {
  if (options.maxWidth > 0) return options.maxWidth
  const fit = options.fitWidth || Number(io.env.CLIFF_FIT_WIDTH || 0) > 0
  return fit ? io.terminalColumns : undefined
}

function printJson(io: CommandIo, value: PlainValue, options: OutputOptions): void {
  const text = options.noindent ? pythonJsonLine(value) : JSON.stringify(value, null, 2)
  io.stdout(`${asciiOnly(text)}\n`)
}

function pythonJsonLine(value: PlainValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(pythonJsonLine).join(', ')}]`
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${pythonJsonLine(item)}`)
  return `{${members.join(', ')}}`
}

/** YAML as the client's library writes it: names in order, YAML 1.1's idea of what needs quotes. */
function yamlText(value: PlainValue): string {
  return stringify(value, {
    version: '1.1',
    singleQuote: true,
    lineWidth: 80,
    indentSeq: false,
    sortMapEntries: true,
    nullStr: 'null',
    aliasDuplicateObjects: false,
  })
}

function csvField(value: PlainValue, mode = 'nonnumeric'): string {
  const text = value === null ? '' : pythonText(value)
  const plain = typeof value === 'number' || typeof value === 'boolean'
  const quoted = mode === 'all' || (mode === 'nonnumeric' && !plain) || (mode === 'minimal' && /[",\n\r]/.test(text))
  if (quoted) return `"${text.replaceAll('"', '""')}"`
  return mode === 'none' ? text.replace(/[",\n\r\\]/g, '\\$&') : text
}
