import { CorruptError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, u64le } from './byte-source.ts'

const kib = 1024
const regionTableOffset = 192 * kib
const tableBytes = 64 * kib
const mostEntries = 2047

/** GUIDs as they stand in the file: the first three fields little-endian. */
export const vhdxRegions = {
  metadata: guid('8B7CA206-4790-4B9A-B8FE-575F050F886E'),
  blockAllocationTable: guid('2DC27766-F623-4200-9D64-115E9BFD4A08'),
} as const
export const vhdxItems = {
  fileParameters: guid('CAA16737-FA36-4D43-B3B6-33F0AA44E76B'),
  virtualDiskSize: guid('2FA54224-CD1B-4876-B211-5DBED83BF4B8'),
  logicalSectorSize: guid('8141BF1D-A96F-4709-BA47-F233A8FAAB5F'),
} as const

/** The virtual size, or undefined where the tables that lead to it are missing or broken. */
export async function readVhdxSize(source: ByteSource): Promise<number | undefined> {
  try {
    return u64le(await readVhdxItem(source, vhdxItems.virtualDiskSize, 8), 0)
  } catch (error) {
    if (error instanceof CorruptError || error instanceof InvalidArgumentError) return undefined
    throw error
  }
}

/** @throws CorruptError, InvalidArgumentError when the region is not listed or its table is broken */
export async function findVhdxRegion(
  source: ByteSource,
  region: Buffer,
): Promise<{ offset: number; lengthBytes: number }> {
  const table = await readExactly(source, { offset: regionTableOffset, lengthBytes: tableBytes }, 'VHDX region table')
  const entry = findEntry(table, { signature: 'regi', count: table.readUInt32LE(8), first: 16, wanted: region })
  return { offset: u64le(entry, 16), lengthBytes: entry.readUInt32LE(24) }
}

export async function readVhdxItem(source: ByteSource, item: Buffer, lengthBytes: number): Promise<Buffer> {
  const region = await findVhdxRegion(source, vhdxRegions.metadata)
  const table = await readExactly(source, { offset: region.offset, lengthBytes: tableBytes }, 'VHDX metadata table')
  const entry = findEntry(table, { signature: 'metadata', count: table.readUInt16LE(10), first: 32, wanted: item })
  return readExactly(source, { offset: region.offset + entry.readUInt32LE(16), lengthBytes }, 'VHDX metadata item')
}

interface EntrySearch {
  readonly signature: string
  readonly count: number
  readonly first: number
  readonly wanted: Buffer
}

/** Both tables are a header and entries of 32 bytes that begin with a GUID. */
function findEntry(table: Buffer, { signature, count, first, wanted }: EntrySearch): Buffer {
  if (table.toString('latin1', 0, signature.length) !== signature) {
    throw new InvalidArgumentError(`VHDX table signature '${signature}' not found`)
  }
  if (count > mostEntries) throw new InvalidArgumentError(`VHDX table has ${count} entries (limit ${mostEntries})`)
  for (let at = first; at < first + count * 32 && at + 32 <= table.byteLength; at += 32) {
    if (table.subarray(at, at + 16).equals(wanted)) return table.subarray(at, at + 32)
  }
  throw new InvalidArgumentError(`VHDX table '${signature}' lacks a required entry`)
}

function guid(text: string): Buffer {
  const [a = '', b = '', c = '', d = '', e = ''] = text.split('-')
  const swapped = [a, b, c].map((field) => Buffer.from(field, 'hex').reverse())
  return Buffer.concat([...swapped, Buffer.from(d + e, 'hex')])
}
