import { crc32 } from 'node:zlib'
import { frameAt } from './frames.ts'

/**
 * The first KiB of a journal: two marks, each in a sector of its own, written in turn after each sync. A mark says how
 * far the journal is known to be synced:
 *
 *     0  magic 'DCNJ'      4  generation, le32     8  number of the mark, le double
 *    16  durable offset, le double                24  crc32 of 0..23
 *
 * So what was synced can neither be cut off nor be damaged unnoticed, not even at the very end, where damage would
 * otherwise look like a record that a dying process wrote in part.
 */
export interface JournalHead {
  /** Where records begin: behind the marks; at 0 in a journal of format version 1, which has none. */
  readonly startsAt: number
  readonly durableTo: number
  /** Of the newest good mark. */
  readonly number: number
  /** Where a mark is not good: half written by a process that died, or damaged. */
  readonly badMarkAt: number | undefined
}

export const journalHeadBytes = 1024
export const markBytes = 512
const magic = Buffer.from('DCNJ')
const checkedBytes = 24

export function encodeMark(mark: { generation: number; number: number; durableTo: number }): Buffer {
  const bytes = Buffer.alloc(markBytes)
  magic.copy(bytes)
  bytes.writeUInt32LE(mark.generation, 4)
  bytes.writeDoubleLE(mark.number, 8)
  bytes.writeDoubleLE(mark.durableTo, 16)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, checkedBytes)), checkedBytes)
  return bytes
}

/** Where the mark of this number goes. */
export function markOffset(number: number): number {
  return (number % 2) * markBytes
}

/** Undefined when neither mark is good and it is no journal of version 1. */
export function readJournalHead(bytes: Buffer, generation: number): JournalHead | undefined {
  const marks = [0, markBytes].map((offset) => ({ offset, mark: markAt(bytes, offset, generation) }))
  const newest = marks.flatMap(({ mark }) => mark ?? []).sort((a, b) => b.number - a.number)[0]
  if (newest) return { startsAt: journalHeadBytes, ...newest, badMarkAt: marks.find(({ mark }) => !mark)?.offset }
  if (frameAt(bytes, 0, generation)) return { startsAt: 0, durableTo: 0, number: 0, badMarkAt: undefined }
  return undefined
}

function markAt(bytes: Buffer, offset: number, generation: number) {
  if (bytes.byteLength < offset + markBytes) return undefined
  const mark = bytes.subarray(offset, offset + markBytes)
  if (!mark.subarray(0, magic.byteLength).equals(magic) || mark.readUInt32LE(4) !== generation) return undefined
  if (mark.readUInt32LE(checkedBytes) !== crc32(mark.subarray(0, checkedBytes))) return undefined
  if (mark.subarray(checkedBytes + 4).some((byte) => byte !== 0)) return undefined
  return { number: mark.readDoubleLE(8), durableTo: mark.readDoubleLE(16) }
}
