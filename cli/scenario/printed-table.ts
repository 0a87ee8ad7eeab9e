/**
 * The cells of a table as the OpenStack clients print it, row by row, the header first. A cell that was wrapped over
 * several lines is joined again with single blanks, so that the width of a terminal does not matter.
 * Undefined when the text holds no such table.
 */
export function readPrintedTable(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = []
  for (const line of text.split('\n')) {
    if (!/^\s*\|.*\|\s*$/.test(line)) continue
    const cells = line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    const previous = rows.at(-1)
    if (cells[0] === '' && previous?.length === cells.length) {
      cells.forEach((cell, i) => {
        if (cell !== '') previous[i] = `${previous[i]} ${cell}`.trim()
      })
    } else rows.push(cells)
  }
  return rows.length > 0 ? rows : undefined
}

/** The value beside a name in a two-column `Field | Value` table. */
export function printedField(text: string, field: string): string | undefined {
  return readPrintedTable(text)?.find((row) => row[0] === field)?.[1]
}
