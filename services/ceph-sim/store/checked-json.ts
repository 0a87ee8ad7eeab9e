import { crc32 } from 'node:zlib'

const checkMark = ',"crc32":"'
const checkTail = /^,"crc32":"([0-9a-f]{8})"\}\n$/

/** One line of JSON that ends in a check of itself: `{...,"crc32":"0a1b2c3d"}`. */
export function encodeCheckedJson(fields: object): Buffer {
  const body = Buffer.from(JSON.stringify(fields).slice(0, -1))
  return Buffer.concat([body, Buffer.from(`${checkMark}${hex(crc32(body))}"}\n`)])
}

/** The fields, and whether a check vouches for them; undefined for what is damaged, or no object at all. */
export function decodeCheckedJson(
  bytes: Buffer,
): { readonly fields: Readonly<Record<string, unknown>>; readonly isChecked: boolean } | undefined {
  const at = bytes.lastIndexOf(checkMark)
  const check = at < 0 ? undefined : checkTail.exec(bytes.toString('latin1', at))?.[1]
  if (at >= 0 && check !== hex(crc32(bytes.subarray(0, at)))) return undefined
  try {
    const fields: unknown = JSON.parse(check === undefined ? bytes.toString() : `${bytes.toString('utf8', 0, at)}}`)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
    return { fields: fields as Record<string, unknown>, isChecked: check !== undefined }
  } catch {
    return undefined
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
