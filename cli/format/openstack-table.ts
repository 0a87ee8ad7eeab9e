/** A table as the OpenStack clients print it: `+----+`, a header, one line or more per row. */
export interface OpenstackTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** One per column; left where absent. Headers follow their column. */
  readonly align?: readonly Alignment[] | undefined
  /** Longest line of a column's cells, one per column; `undefined` never wraps. A longer header widens it. */
  readonly maxWidth?: readonly (number | undefined)[] | undefined
}
export type Alignment = 'left' | 'right' | 'center'

/**
 * The table without a final line end. Cells may hold line ends; longer lines than `maxWidth` are wrapped between words,
 * after hyphens, and inside words that fit nowhere: the rules of Python's textwrap, which the real clients use.
 */
export function openstackTable(table: OpenstackTable): string {
  const widths = table.columns.map((name, column) => {
    const limit = table.maxWidth?.[column] ?? Number.POSITIVE_INFINITY
    const cells = table.rows.map((row) => Math.min(cellWidth(row[column] ?? ''), limit))
    return Math.max(displayWidth(name), ...cells)
  })
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const align = (column: number) => table.align?.[column] ?? 'left'
  const line = (cells: readonly string[]) =>
    `|${cells.map((cell, column) => ` ${justify(cell, widths[column] ?? 0, align(column))} `).join('|')}|`
  const body = table.rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrapCell(row[column] ?? '', width))
    const height = Math.max(1, ...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, index) => line(cells.map((lines) => lines[index] ?? '')))
  })
  return [rule, line(table.columns), rule, ...body, rule].join('\n')
}

/**
 * Widths that make a table fit `totalColumns`: columns wider than an equal share give way evenly, none below
 * `minWidth`; absent when it fits already.
 * @see the `--max-width` and `--fit-width` options of the openstack client
 */
export function fitWidths(
  table: OpenstackTable,
  totalColumns: number,
  minWidth: number,
): readonly (number | undefined)[] | undefined {
  const rule = openstackTable(table).split('\n')[0] ?? ''
  if (rule.length <= totalColumns) return undefined
  const natural = rule
    .split('+')
    .slice(1, -1)
    .map((dashes) => dashes.length - 2)
  const usable = Math.max(0, totalColumns - 1 - 3 * natural.length)
  const share = Math.floor(usable / natural.length)
  const wide = natural.flatMap((width, column) => (width > share ? [column] : []))
  let left = usable - natural.reduce((sum, width) => (width > share ? sum : sum + width), 0)
  const each = Math.floor(left / wide.length)
  const widths: (number | undefined)[] = natural.map(() => undefined)
  for (const column of wide.slice(0, -1)) {
    widths[column] = Math.max(minWidth, each)
    left -= each
  }
  const last = wide.at(-1)
  if (last !== undefined) widths[last] = Math.max(minWidth, left)
  return widths
}

function cellWidth(cell: string): number {
  return Math.max(...cell.split('\n').map(displayWidth))
}

function justify(text: string, width: number, alignment: Alignment): string {
  const spare = Math.max(0, width - displayWidth(text))
  if (alignment === 'left') return text + ' '.repeat(spare)
  if (alignment === 'right') return ' '.repeat(spare) + text
  const before = Math.floor(spare / 2) + (spare % 2 && displayWidth(text) % 2 ? 1 : 0)
  return ' '.repeat(before) + text + ' '.repeat(spare - before)
}

function wrapCell(cell: string, width: number): readonly string[] {
  return cell.split('\n').flatMap((line) => (displayWidth(line) > width ? wrapLine(line, width) : [line]))
}

/** One line as lines of at most `width` characters; blanks at a break are dropped. */
export function wrapLine(line: string, width: number): readonly string[] {
  const pieces = breakable(line.replace(/\s/g, ' '))
  const lines: string[] = []
  while (pieces.length > 0) {
    let current = ''
    if (lines.length > 0 && pieces[0]?.trim() === '') pieces.shift()
    while (pieces.length > 0 && current.length + (pieces[0]?.length ?? 0) <= width) current += pieces.shift()
    const next = pieces[0]
    if (next !== undefined && next.length > width) {
      const cut = cutLongWord(next, width < 1 ? 1 : width - current.length)
      current += next.slice(0, cut)
      pieces[0] = next.slice(cut)
    }
    if (current.trim() !== '') lines.push(current.trimEnd())
  }
  return lines
}

/** Where to cut a word that is longer than a whole line: after its last hyphen that fits, else where the room ends. */
function cutLongWord(word: string, room: number): number {
  const hyphen = word.lastIndexOf('-', room - 1)
  return word.length > room && hyphen > 0 && /[^-]/.test(word.slice(0, hyphen)) ? hyphen + 1 : room
}

/** Runs of blanks, and words cut after the hyphens at which a line may end. */
function breakable(line: string): string[] {
  return (line.match(/ +|[^ ]+/g) ?? []).flatMap((run) => (run.startsWith(' ') ? [run] : splitAtHyphens(run)))
}

/** A hyphen ends a piece when letters stand on both sides of it: two before (`wel-`, `a-b-`) and two after. */
function splitAtHyphens(word: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (let index = 1; index < word.length; index++) {
    if (word[index] !== '-') continue
    const before = word.slice(start, index)
    const after = word.slice(index + 1)
    const dash = /[\p{L}\p{N}_!"'&.,?]$/u.test(before) ? /^-{2,}(?=[\p{L}\p{N}_])/u.exec(word.slice(index)) : null
    if (dash) {
      pieces.push(before, dash[0])
      start = index + dash[0].length
      index = start
    } else if (/(?:[\p{L}_]{2}|[\p{L}_]-[\p{L}_])$/u.test(before) && /^[\p{L}_]-?[\p{L}_]/u.test(after)) {
      pieces.push(`${before}-`)
      start = index + 1
    }
  }
  return [...pieces, word.slice(start)].filter((piece) => piece !== '')
}

/** Columns that a text takes on a terminal: East Asian wide characters take two, combining ones none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (/\p{M}/u.test(character)) return 0
  return wide.test(character) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd) ? 2 : 1
}
