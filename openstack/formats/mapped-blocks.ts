import type { ByteRange } from '#ceph-sim/rbd.ts'
import { CorruptError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly } from './byte-source.ts'
import { checkedRange, type DiskImage, type Segment, segmentRuns } from './segments.ts'

/** Where one block of the disk is: its offset in the file, or undefined for zeros. */
export type BlockLookup = (index: number) => number | undefined

export interface MappedBlocks {
  readonly virtualSizeBytes: number
  readonly blockBytes: number
  /** The format's name, for errors. */
  readonly format: string
}

/** Blocks looked up between two awaits, so that a long empty map does not hold the event loop. */
const blocksPerBatch = 4096

const largestTableBytes = 64 * 1024 * 1024

/** @throws InvalidArgumentError for a table that would take more than 64 MiB of memory; CorruptError beyond the file */
export async function readBlockTable(source: ByteSource, range: ByteRange, what: string): Promise<Buffer> {
  if (range.lengthBytes > largestTableBytes)
    throw new InvalidArgumentError(`${what} too large: ${range.lengthBytes} bytes`)
  return readExactly(source, range, what)
}

/** A disk of equal blocks found through one flat table: VDI, VHD and VHDX. */
export function openMappedBlocks(source: ByteSource, blocks: MappedBlocks, lookup: BlockLookup): DiskImage {
  const { virtualSizeBytes } = blocks
  return {
    virtualSizeBytes,
    runs: (range = { offset: 0, lengthBytes: virtualSizeBytes }) =>
      segmentRuns(source, blockSegments(source, blocks, lookup, checkedRange(range, blocks)), `${blocks.format} block`),
  }
}

async function* blockSegments(
  source: ByteSource,
  { blockBytes, format }: MappedBlocks,
  lookup: BlockLookup,
  range: ByteRange,
): AsyncGenerator<Iterable<Segment>> {
  // A block of the file holds one block of the disk, so a map that uses more of them than fit is broken.
  let budget = Math.ceil(source.sizeBytes / blockBytes)
  const end = range.offset + range.lengthBytes
  let batch: Segment[] = []
  for (let offset = range.offset; offset < end; ) {
    const inBlock = offset % blockBytes
    const lengthBytes = Math.min(blockBytes - inBlock, end - offset)
    const fileOffset = lookup((offset - inBlock) / blockBytes)
    if (fileOffset === undefined) {
      batch.push({ kind: 'zero', offset, lengthBytes })
    } else {
      if (--budget < 0) throw new CorruptError(`${format} image maps more blocks than its file can hold`)
      batch.push({ kind: 'stored', offset, lengthBytes, fileOffset: fileOffset + inBlock })
    }
    offset += lengthBytes
    if (batch.length === blocksPerBatch) {
      yield batch
      batch = []
    }
  }
  yield batch
}
