import type { CommandIo } from '#cli/command-io.ts'
import { openstackTable } from '#cli/format/openstack-table.ts'
import type { CloudImage } from '../cloud.ts'
import { imageRecord } from '../image-record.ts'
import { type PlainValue, pythonJson, pythonText } from '../openstack/python-text.ts'

/** The client wraps values at this width, whatever the terminal. */
export const valueWidth = 80

/** A `Property`/`Value` table in the order of the names; lists and objects are JSON. */
export function printRecord(io: CommandIo, record: Readonly<Record<string, PlainValue>>, width = valueWidth): void {
  const names = Object.keys(record).sort()
  const rows = names.map((name) => [name, cellText(record[name] ?? null)])
  io.stdout(`${openstackTable({ columns: ['Property', 'Value'], rows, maxWidth: [width, width] })}\n`)
}

function cellText(value: PlainValue): string {
  return value !== null && typeof value === 'object' ? pythonJson(value) : pythonText(value)
}

/** An image without what only programs need; an unknown virtual size says so. */
export function printImage(
  io: CommandIo,
  image: CloudImage,
  options: { readonly humanReadable?: boolean; readonly width?: number } = {},
): void {
  const { self, file, schema, ...shown } = imageRecord(image)
  const record = { ...shown, virtual_size: image.virtualSizeBytes || 'Not available' }
  const sized = options.humanReadable ? { ...record, size: humanSize(image.sizeBytes ?? 0) } : record
  printRecord(io, sized, options.width)
}

/** A table of rows, left-aligned; printed even when it has none. */
export function printRows(io: CommandIo, columns: readonly string[], rows: readonly (readonly PlainValue[])[]): void {
  io.stdout(`${openstackTable({ columns, rows: rows.map((row) => row.map(pythonText)) })}\n`)
}

/** `16.0MB` in steps of 1024: glanceclient's own units. */
function humanSize(bytes: number): string {
  const suffixes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB']
  let size = bytes
  let index = 0
  while (size >= 1024 && index < suffixes.length - 1) {
    size /= 1024
    index++
  }
  return `${Number(size.toFixed(1))}${suffixes[index]}`
}
