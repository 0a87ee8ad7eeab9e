/** A column of a `TextTable`. Headings are aligned to the left, values too, unless it says otherwise. */
export interface Column {
  readonly heading: string
  readonly heads?: 'left' | 'right'
  readonly values?: 'left' | 'right'
}

/**
 * A table as Ceph prints it: columns as wide as their widest cell, two spaces between them, every cell padded, the last
 * one too. Widths count bytes, so a name with accents shifts its row, as it does there.
 * @see ceph/ceph src/common/TextTable.cc
 */
export function formatTextTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(...[heading, ...rows.map((row) => row[index]!)].map(width)),
  )
  const line = (cells: readonly string[], side: 'heads' | 'values') =>
    `${cells.map((cell, index) => pad(cell, widths[index]!, columns[index]![side] ?? 'left')).join('  ')}\n`
  return [
    line(
      columns.map(({ heading }) => heading),
      'heads',
    ),
    ...rows.map((row) => line(row, 'values')),
  ].join('')
}

function pad(cell: string, columnWidth: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(columnWidth - width(cell))
  return align === 'left' ? cell + blank : blank + cell
}

function width(cell: string): number {
  return Buffer.byteLength(cell)
}
