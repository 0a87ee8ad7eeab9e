import type { CloudImage } from '../cloud.ts'
import { imageRecord } from '../image-record.ts'
import { type Cell, listCell, mapCell } from './cells.ts'
import type { PlainValue } from './python-text.ts'

const ownFields = [
  'status',
  'name',
  'container_format',
  'created_at',
  'size',
  'disk_format',
  'updated_at',
  'visibility',
  'min_disk',
  'protected',
  'id',
  'file',
  'checksum',
  'owner',
  'virtual_size',
  'min_ram',
  'schema',
]

/**
 * An image as `openstack image show` prints it: unset fields are left out, and all that is not one of the common fields
 * stands in one `properties` cell, `direct_url`, `locations` and `stores` among them (requirements A35 to A46).
 */
export function imageCells(image: CloudImage, humanReadable = false): Readonly<Record<string, Cell>> {
  const { tags, self, ...record } = imageRecord(image)
  const set = Object.entries(record).filter(([, value]) => value !== null)
  const properties = Object.fromEntries(set.filter(([name]) => !ownFields.includes(name)))
  const own: Readonly<Record<string, PlainValue>> = Object.fromEntries(set.filter(([name]) => ownFields.includes(name)))
  return {
    ...own,
    ...(humanReadable ? { size: decimalSize(image.sizeBytes ?? 0) } : {}),
    tags: listCell(image.tags),
    properties: mapCell(properties),
  }
}

/** `16.8M`: steps of 1000, one decimal unless it is zero. */
function decimalSize(bytes: number): string {
  const suffixes = ['', 'K', 'M', 'G', 'T', 'P', 'E', 'Z']
  let size = bytes
  let index = 0
  while (size >= 1000) {
    size /= 1000
    index++
  }
  return `${Number(size.toFixed(1))}${suffixes[index] ?? ''}`
}
