import { LRUCache } from 'lru-cache'
import type { ByteRange, Content } from '#ceph-sim/rbd.ts'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, refuseRepeats } from './byte-source.ts'
import { clusterUnpacker, type UnpackCluster } from './qcow2-clusters.ts'
import { type Qcow2Header, readQcow2Header } from './qcow2-header.ts'
import { checkedRange, type DiskImage, type Segment, segmentRuns } from './segments.ts'

/** Memory kept for L2 tables. */
const l2CacheBytes = 8 * 1024 * 1024

/**
 * Opens a qcow2 image, version 2 or 3, for reading. Internal snapshots are ignored. Nothing in the file is trusted:
 * table sizes, offsets and references are compared with the file's size before they are followed.
 *
 * @throws InvalidArgumentError, UnsupportedError or CorruptError (see `readQcow2Header`); `runs` throws CorruptError
 * naming the table and the offset
 */
export async function openQcow2(source: ByteSource): Promise<Qcow2Image> {
  const header = await readQcow2Header(source)
  const l2Bytes = header.clusterBytes
  const neededEntries = Math.ceil(header.virtualSizeBytes / ((l2Bytes / 8) * header.clusterBytes))
  const l1 = await readExactly(source, { offset: header.l1Offset, lengthBytes: neededEntries * 8 }, 'L1 table')
  checkL1(l1, header, source.sizeBytes)
  return new Qcow2Image(source, header, l1)
}

export class Qcow2Image implements DiskImage {
  readonly header: Qcow2Header
  readonly #source: ByteSource
  readonly #l1: Buffer
  readonly #l2Cache = new LRUCache<number, Buffer>({
    maxSize: l2CacheBytes,
    sizeCalculation: (table) => table.byteLength,
  })
  readonly #unpack: UnpackCluster

  constructor(source: ByteSource, header: Qcow2Header, l1: Buffer) {
    this.header = header
    this.#source = source
    this.#l1 = l1
    this.#unpack = clusterUnpacker(header.compression, header.clusterBytes)
  }

  get virtualSizeBytes(): number {
    return this.header.virtualSizeBytes
  }
  get version(): 2 | 3 {
    return this.header.version
  }
  get clusterBytes(): number {
    return this.header.clusterBytes
  }

  runs(range: ByteRange = { offset: 0, lengthBytes: this.virtualSizeBytes }): AsyncIterable<Content> {
    return segmentRuns(this.#source, this.segments(checkedRange(range, this)), 'data cluster')
  }

  /** Offsets of the L2 tables that exist, in the order of the disk. */
  *l2Offsets(): Generator<number> {
    for (let index = 0; index < this.#l1.byteLength / 8; index++) {
      const offset = entryOffset(this.#l1, index)
      if (offset !== 0) yield offset
    }
  }

  /** How the range is mapped, one batch per L2 table. */
  async *segments(range: ByteRange): AsyncGenerator<Iterable<Segment>> {
    const budget = new ClusterBudget(this.header, this.#source.sizeBytes)
    const spanBytes = (this.clusterBytes / 8) * this.clusterBytes
    const end = range.offset + range.lengthBytes
    for (let offset = range.offset; offset < end; ) {
      const l1Index = Math.floor(offset / spanBytes)
      const l2Offset = entryOffset(this.#l1, l1Index)
      let nextIndex = l1Index + 1
      if (l2Offset === 0) while (nextIndex * spanBytes < end && entryOffset(this.#l1, nextIndex) === 0) nextIndex++
      const part = { offset, lengthBytes: Math.min(nextIndex * spanBytes, end) - offset }
      if (l2Offset === 0) yield [{ kind: 'zero', ...part }]
      else yield this.#l2Segments(await this.#l2Table(l2Offset), l2Offset, part, budget)
      offset += part.lengthBytes
    }
  }

  async #l2Table(offset: number): Promise<Buffer> {
    const cached = this.#l2Cache.get(offset)
    if (cached) return cached
    const table = await readExactly(this.#source, { offset, lengthBytes: this.clusterBytes }, 'L2 table')
    this.#l2Cache.set(offset, table)
    return table
  }

  /** Walks one L2 table; neighbouring clusters of one kind that follow each other in the file become one segment. */
  *#l2Segments(l2: Buffer, l2Offset: number, part: ByteRange, budget: ClusterBudget): Generator<Segment> {
    const clusterBytes = this.clusterBytes
    const end = part.offset + part.lengthBytes
    let open: Segment | undefined
    for (let offset = part.offset; offset < end; ) {
      const skipBytes = offset % clusterBytes
      const lengthBytes = Math.min(clusterBytes - skipBytes, end - offset)
      const index = Math.floor(offset / clusterBytes) % (clusterBytes / 8)
      const next = this.#cluster(l2, index, { offset, lengthBytes }, skipBytes, l2Offset, budget)
      const joined: Segment | undefined = open && joinSegments(open, next)
      if (open && !joined) yield open
      open = joined ?? next
      offset += lengthBytes
    }
    if (open) yield open
  }

  #cluster(
    l2: Buffer,
    index: number,
    part: ByteRange,
    skipBytes: number,
    l2Offset: number,
    budget: ClusterBudget,
  ): Segment {
    const high = l2.readUInt32BE(index * 8)
    const low = l2.readUInt32BE(index * 8 + 4)
    if (high & 0x4000_0000) {
      budget.spendPacked(l2Offset)
      return { kind: 'packed', ...part, skipBytes, ...this.#packedAt(high, low) }
    }
    const fileOffset = entryOffset(l2, index)
    if (low & 1 && this.version === 2) {
      throw new CorruptError(`zero cluster in a version 2 image (L2 table at ${l2Offset}, index ${index})`, {
        l2Offset,
        index,
      })
    }
    if (fileOffset === 0 || low & 1) return { kind: 'zero', ...part }
    if (fileOffset % this.clusterBytes !== 0) {
      throw new CorruptError(
        `data cluster offset ${fileOffset} is not aligned (L2 table at ${l2Offset}, index ${index})`,
        { l2Offset, index, offset: fileOffset },
      )
    }
    if (fileOffset + skipBytes + part.lengthBytes > this.#source.sizeBytes) {
      throw new CorruptError(
        `data cluster at offset ${fileOffset} lies past the end of the file (L2 table at ${l2Offset}, index ${index})`,
        { l2Offset, index, offset: fileOffset, fileBytes: this.#source.sizeBytes },
      )
    }
    budget.spendStored(l2Offset)
    return { kind: 'stored', ...part, fileOffset: fileOffset + skipBytes }
  }

  /** A compressed cluster's descriptor: byte offset in the low bits, then the number of further 512-byte sectors. */
  #packedAt(high: number, low: number): { fileOffset: number; fileBytes: number; unpack(packed: Buffer): Uint8Array } {
    const sectorShift = 62 - (this.header.clusterBits - 8) - 32
    const fileOffset = (high & (2 ** sectorShift - 1)) * 2 ** 32 + low
    const furtherSectors = (high & 0x3fff_ffff) >>> sectorShift
    return {
      fileOffset,
      fileBytes: (furtherSectors + 1) * 512 - (fileOffset % 512),
      unpack: (packed) => this.#unpack(packed, fileOffset),
    }
  }
}

/** Bits 9 to 55 of an L1 or standard L2 entry. */
function entryOffset(table: Buffer, index: number): number {
  const high = table.readUInt32BE(index * 8) & 0x00ff_ffff
  const low = (table.readUInt32BE(index * 8 + 4) & 0xffff_fe00) >>> 0
  return high * 2 ** 32 + low
}

function joinSegments(a: Segment, b: Segment): Segment | undefined {
  if (a.kind === 'zero' && b.kind === 'zero') return { ...a, lengthBytes: a.lengthBytes + b.lengthBytes }
  if (a.kind === 'stored' && b.kind === 'stored' && a.fileOffset + a.lengthBytes === b.fileOffset) {
    return { ...a, lengthBytes: a.lengthBytes + b.lengthBytes }
  }
  return undefined
}

function checkL1(l1: Buffer, header: Qcow2Header, fileBytes: number): void {
  const offsets = new Float64Array(l1.byteLength / 8)
  for (let index = 0; index < offsets.length; index++) {
    const offset = entryOffset(l1, index)
    offsets[index] = offset
    if (offset === 0) continue
    const where = { l1Index: index, offset }
    if (offset % header.clusterBytes !== 0) {
      throw new CorruptError(`L2 table offset ${offset} is not aligned (L1 index ${index})`, where)
    }
    if (offset + header.clusterBytes > fileBytes) {
      throw new CorruptError(`L2 table at offset ${offset} lies past the end of the file (L1 index ${index})`, where)
    }
  }
  refuseRepeats(offsets, 'L2 table')
}

/**
 * A cluster of the file belongs to one cluster of the disk, so no image maps more clusters than its file can hold.
 * One that does would turn a small file into endless output.
 */
class ClusterBudget {
  #stored: number
  #packed: number

  constructor(header: Qcow2Header, fileBytes: number) {
    this.#stored = Math.ceil(fileBytes / header.clusterBytes)
    // Deflate shrinks at most 1032 times; zstd needs 4 bytes for each 128 KiB and 6 for the frame.
    const smallest =
      header.compression === 'zlib' ? header.clusterBytes / 1032 : 6 + (header.clusterBytes / 131_072) * 4
    this.#packed = Math.ceil(fileBytes / smallest)
  }

  spendStored(l2Offset: number): void {
    if (--this.#stored < 0) overspent(l2Offset)
  }
  spendPacked(l2Offset: number): void {
    if (--this.#packed < 0) overspent(l2Offset)
  }
}

function overspent(l2Offset: number): never {
  throw new CorruptError(`more clusters are mapped than the file can hold (L2 table at ${l2Offset})`, { l2Offset })
}
