import Table from 'cli-table3'
import picocolors from 'picocolors'
import type { ReportSection } from '../scenario/scenario.ts'
import { showBytes, showRate, showSeconds } from './figures.ts'
import type { LineageTree } from './lineage.ts'
import { linkName, type Report, type Tally, type WanLine } from './report.ts'

export interface TerminalOptions {
  /** See `wantsColor`. */
  readonly color: boolean
  /** Width to fit into; texts are cut, never ids or numbers. */
  readonly columns: number
  /** The hub's id, to name link directions. */
  readonly hub: string
}

/** Colour only where a person reads, and not where they have asked for none (no-color.org). */
export function wantsColor(stream: { readonly isTTY?: boolean | undefined }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb'
}

/** The sections that the scenario asked for, in its order, then the verdict's last line. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const draw = new Drawing(report, options)
  const blocks = report.sections.map((section) => draw.section(section)).filter((block) => block !== '')
  return `${[...blocks, draw.conclusion()].join('\n\n')}\n`
}

/** What the borders and paddings of a table take: one blank on each side of a cell, a line before, between and after. */
const cellOverhead = 3

class Drawing {
  readonly #report: Report
  readonly #options: TerminalOptions
  readonly #colors: ReturnType<typeof picocolors.createColors>

  constructor(report: Report, options: TerminalOptions) {
    this.#report = report
    this.#options = options
    this.#colors = picocolors.createColors(options.color)
  }

  section(section: ReportSection): string {
    switch (section) {
      case 'verdict':
        return this.#verdict()
      case 'rowCoverage':
        return this.#rows()
      case 'storeMatrix':
        return this.#stores()
      case 'copyGantt':
        return this.#copies()
      case 'lineageTree':
        return this.#lineage()
      case 'wanBytesPerStep':
        return this.#wan()
      case 'poolUsage':
        return this.#pools()
      case 'failures':
        return this.#failures()
    }
  }

  /** `PASS  75 of 75 rows, 90 of 90 assertions, ...` */
  conclusion(): string {
    const { counts, durationMs, passed } = this.#report
    const failed = this.#report.rows.filter((row) => !row.passed).map(({ id }) => id)
    const parts = Object.entries(counts)
      .filter(([, { total }]) => total > 0)
      .map(([name, { passed: good, total }]: [string, Tally]) => `${good} of ${total} ${name}`)
    const where = failed.length > 0 ? `; failed: ${failed.join(' ')}` : ''
    return `${this.#mark(passed)}  ${parts.join(', ')} in ${showSeconds(durationMs)} of simulated time${where}`
  }

  #verdict(): string {
    const { title, seed, steps, assertions, invariants, warnings } = this.#report
    const bad = [
      ...steps
        .filter(({ status }) => status !== 'passed')
        .map(({ id, status, problem }) => `step ${id} ${status}: ${problem ?? ''}`),
      ...assertions
        .filter(({ passed }) => !passed)
        .map(({ id, measured, expected }) => `${id}: measured ${measured}, expected ${expected}`),
      ...invariants.filter(({ passed }) => !passed).map(({ id, text, measured }) => `${id} ${text}: ${measured}`),
    ]
    const advice = warnings.map(({ image, message }) => `${image}: ${message}`)
    return [
      this.#colors.bold(`${title} (seed ${seed})`),
      ...bad.map((line) => `  ${this.#colors.red('x')} ${this.#cut(line, this.#options.columns - 4)}`),
      ...advice.map((line) => `  ${this.#colors.yellow('!')} ${this.#cut(line, this.#options.columns - 4)}`),
    ].join('\n')
  }

  #rows(): string {
    const { rows } = this.#report
    if (rows.length === 0) return ''
    const idWidth = Math.max(...rows.map(({ id }) => id.length))
    const room = this.#options.columns - idWidth - 4 - 4 * cellOverhead - 1
    const measuredWidth = Math.min(48, Math.floor(room * 0.45))
    const textWidth = room - measuredWidth
    return this.#table(
      ['row', 'requirement', '', 'measured'],
      rows.map(({ id, text, passed, measured }) => [
        id,
        this.#cut(text, textWidth),
        this.#mark(passed),
        this.#cut(measured, passed ? measuredWidth : 400),
      ]),
      passedRowsOnly(rows) ? undefined : [undefined, undefined, undefined, measuredWidth + 2],
    )
  }

  #stores(): string {
    const { images, stores } = this.#report
    return this.#titled(
      'Where the images are',
      ['image', 'format', 'size', ...stores],
      images.map(({ name, diskFormat, sizeBytes, stores: has }) => [
        name,
        diskFormat ?? '-',
        showBytes(sizeBytes ?? 0),
        ...stores.map((store) => (has.includes(store) ? 'x' : '')),
      ]),
    )
  }

  #copies(): string {
    const { copies } = this.#report
    const last = Math.max(1, ...copies.map(({ startedMs, durationMs = 0 }) => startedMs + durationMs))
    return this.#titled(
      'Writes into stores',
      ['image', 'store', 'by', 'start', 'took', 'over the WAN', 'rate', ''],
      copies.map(({ image, store, kind, startedMs, durationMs, wanBytes, status }) => [
        image,
        store,
        status === 'done' ? kind : `${kind}, ${status}`,
        showSeconds(startedMs),
        showSeconds(durationMs),
        showBytes(wanBytes),
        showRate(wanBytes, durationMs),
        bar(startedMs / last, (startedMs + (durationMs ?? 0)) / last),
      ]),
    )
  }

  #wan(): string {
    const { wan, steps } = this.#report
    const links = [...new Set(wan.map((line) => linkName(line, this.#options.hub)))].sort()
    if (links.length === 0) return ''
    const cells = (lines: readonly WanLine[]) =>
      links.map((link) =>
        showBytes(
          lines.filter((line) => linkName(line, this.#options.hub) === link).reduce((sum, { bytes }) => sum + bytes, 0),
        ),
      )
    const rows = steps
      .map(({ id, durationMs }) => ({ id, durationMs, lines: wan.filter(({ step }) => step === id) }))
      .filter(({ lines }) => lines.some(({ bytes }) => bytes > 0))
    return this.#titled(
      'Bytes over the WAN, by step',
      ['step', 'took', ...links],
      [
        ...rows.map(({ id, durationMs, lines }) => [id, showSeconds(durationMs), ...cells(lines)]),
        ['all', showSeconds(this.#report.durationMs), ...cells(wan.filter(({ step }) => step === undefined))],
      ],
    )
  }

  #pools(): string {
    const used = this.#report.pools.filter(({ rawBytes }) => rawBytes > 0)
    return this.#titled(
      'Pools',
      ['site', 'pool', 'stored', 'raw'],
      used.map(({ site, pool, storedBytes, rawBytes }) => [site, pool, showBytes(storedBytes), showBytes(rawBytes)]),
    )
  }

  #lineage(): string {
    const trees = this.#report.lineage.filter(({ children }) => children.some((child) => child.children.length > 0))
    if (trees.length === 0) return ''
    const lines = (tree: LineageTree, indent: string): string[] => [
      `${indent}${tree.name}${tree.label === undefined ? '' : ` (${tree.label})`}  ${showBytes(tree.sizeBytes)}`,
      ...tree.children.flatMap((child) => lines(child, `${indent}  `)),
    ]
    const heading = this.#colors.bold('What was cloned from what')
    return [heading, ...trees.flatMap((tree) => [`  ${tree.site}`, ...lines(tree, '    ')])].join('\n')
  }

  #failures(): string {
    const failed = this.#report.steps.filter(({ status }) => status !== 'passed')
    return this.#titled(
      'Steps that did not pass',
      ['step', 'status', 'why'],
      failed.map(({ id, status, problem }) => [id, status, this.#cut(problem ?? '', this.#options.columns - 40)]),
    )
  }

  #titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
    return rows.length === 0 ? '' : `${this.#colors.bold(title)}\n${this.#table(head, rows)}`
  }

  #table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths?: readonly (number | undefined)[],
  ): string {
    const table = new Table({
      head: head.map((cell) => this.#colors.bold(cell)),
      style: { head: [], border: [], compact: true },
      ...(widths && { colWidths: widths.map((width) => width ?? null), wordWrap: true }),
    })
    table.push(...rows.map((row) => [...row]))
    return table.toString()
  }

  #mark(passed: boolean): string {
    return passed ? this.#colors.green('PASS') : this.#colors.red('FAIL')
  }

  #cut(text: string, width: number): string {
    const line = text.replace(/\s+/g, ' ')
    return line.length <= width || width < 4 ? line : `${line.slice(0, width - 3)}...`
  }
}

const barWidth = 24

/** When in the run it happened: `   ====                 `. */
function bar(from: number, to: number): string {
  const start = Math.min(barWidth - 1, Math.floor(from * barWidth))
  const length = Math.max(1, Math.round(to * barWidth) - start)
  return `${' '.repeat(start)}${'='.repeat(Math.min(length, barWidth - start))}`.padEnd(barWidth)
}

function passedRowsOnly(rows: Report['rows']): boolean {
  return rows.every(({ passed }) => passed)
}
