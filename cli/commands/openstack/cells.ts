import type { Alignment } from '#cli/format/openstack-table.ts'
import { type PlainValue, pythonText } from './python-text.ts'

/** A value that tables show in one way and programs get in another. */
export class FormattedCell {
  readonly human: string
  readonly machine: PlainValue
  readonly alignment: Alignment

  constructor(human: string, machine: PlainValue, alignment: Alignment = 'left') {
    this.human = human
    this.machine = machine
    this.alignment = alignment
  }
}

/** One field of an answer. */
export type Cell = PlainValue | FormattedCell

export function machineValue(cell: Cell): PlainValue {
  return cell instanceof FormattedCell ? cell.machine : cell
}

/** What a table shows: tabs, returns and the like would break its lines. */
export function humanText(cell: Cell): string {
  const text = cell instanceof FormattedCell ? cell.human : pythonText(cell)
  return text.replaceAll('\r\n', '\n').replaceAll('\r', ' ')
}

/** A list's column is right-aligned when its first value is a number. */
export function alignmentOf(cell: Cell): Alignment {
  if (cell instanceof FormattedCell) return cell.alignment
  return typeof cell === 'number' ? 'right' : 'left'
}

/** `a='1', b='2'` in the order of the names. */
export function mapCell(map: Readonly<Record<string, PlainValue>>): FormattedCell {
  const text = Object.keys(map)
    .sort()
    .map((name) => `${name}='${pythonText(map[name] ?? null)}'`)
    .join(', ')
  return new FormattedCell(text, map)
}

/** `a, b` in order. */
export function listCell(list: readonly string[]): FormattedCell {
  return new FormattedCell([...list].sort().join(', '), list)
}

/** One map a line. */
export function mapsCell(maps: readonly Readonly<Record<string, PlainValue>>[]): FormattedCell {
  return new FormattedCell(maps.map((map) => mapCell(map).human).join('\n'), maps)
}

/** `net=10.0.0.1, 10.0.0.2; other=10.1.0.1` */
export function listsCell(lists: Readonly<Record<string, readonly string[]>>): FormattedCell {
  const text = Object.keys(lists)
    .sort()
    .map((name) => `${name}=${[...(lists[name] ?? [])].sort().join(', ')}`)
    .join('; ')
  return new FormattedCell(text, lists)
}
