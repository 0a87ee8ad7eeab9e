import { inflateSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { ByteRange } from '#ceph-sim/rbd.ts'
import { CorruptError, InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, refuseRepeats } from './byte-source.ts'
import { checkedRange, type DiskImage, type Segment, segmentRuns } from './segments.ts'
import { readVmdkDescriptor, type VmdkDescriptor } from './vmdk-descriptor.ts'

const sectorBytes = 512
/** qemu's limits on what a header may ask to be allocated. */
const mostTableEntries = 512
const largestGrainBytes = 2 * 1024 * 1024
const largestDirectoryBytes = 32 * 1024 * 1024
const grainMarkerBytes = 12

/**
 * Opens a VMDK that is one sparse extent in one file: monolithicSparse and streamOptimized.
 *
 * @throws UnsupportedError for other kinds; InvalidArgumentError for a broken header or descriptor; CorruptError for
 * tables and grains beyond the file or broken
 * @see qemu/qemu block/vmdk.c
 */
export async function openVmdk(source: ByteSource): Promise<DiskImage> {
  const descriptor = await readVmdkDescriptor(source)
  if (descriptor.violation !== undefined) throw new InvalidArgumentError(descriptor.violation)
  const { createType, virtualSizeBytes, grainSectors, grainTableEntries } = descriptor
  if (virtualSizeBytes === undefined || (createType !== 'monolithicSparse' && createType !== 'streamOptimized')) {
    throw new UnsupportedError(`Unsupported image type '${createType ?? ''}'`)
  }
  const grainBytes = grainSectors * sectorBytes
  if (grainBytes < sectorBytes || grainBytes > largestGrainBytes) {
    throw new InvalidArgumentError(`Invalid granularity, image may be corrupt: ${grainSectors} sectors`)
  }
  if (grainTableEntries === 0 || grainTableEntries > mostTableEntries) {
    throw new InvalidArgumentError(`L2 table size too big: ${grainTableEntries} entries`)
  }
  const tables = Math.ceil(virtualSizeBytes / (grainBytes * grainTableEntries))
  if (tables * 4 > largestDirectoryBytes) throw new InvalidArgumentError('L1 size too big')
  const directory = await readExactly(
    source,
    { offset: descriptor.grainDirectorySector * sectorBytes, lengthBytes: tables * 4 },
    'VMDK grain directory',
  )
  const tableOffsets = Float64Array.from(
    { length: tables },
    (_, index) => directory.readUInt32LE(index * 4) * sectorBytes,
  )
  refuseRepeats(tableOffsets, 'VMDK grain table')
  return new VmdkImage(source, { ...descriptor, virtualSizeBytes }, directory)
}

class VmdkImage implements DiskImage {
  readonly virtualSizeBytes: number
  readonly #source: ByteSource
  readonly #descriptor: VmdkDescriptor
  readonly #directory: Buffer
  readonly #grainBytes: number
  readonly #tables = new LRUCache<number, Buffer>({ max: 256 })

  constructor(source: ByteSource, descriptor: VmdkDescriptor & { virtualSizeBytes: number }, directory: Buffer) {
    this.virtualSizeBytes = descriptor.virtualSizeBytes
    this.#source = source
    this.#descriptor = descriptor
    this.#directory = directory
    this.#grainBytes = descriptor.grainSectors * sectorBytes
  }

  runs(range: ByteRange = { offset: 0, lengthBytes: this.virtualSizeBytes }) {
    return segmentRuns(this.#source, this.#segments(checkedRange(range, this)), 'VMDK grain')
  }

  async *#segments(range: ByteRange): AsyncGenerator<Iterable<Segment>> {
    const spanBytes = this.#grainBytes * this.#descriptor.grainTableEntries
    // Even packed, a grain takes a sector of its own.
    const budget = {
      grains: Math.ceil(this.#source.sizeBytes / (this.#descriptor.compressed ? sectorBytes : this.#grainBytes)),
    }
    const end = range.offset + range.lengthBytes
    for (let offset = range.offset; offset < end; ) {
      const index = Math.floor(offset / spanBytes)
      const part = { offset, lengthBytes: Math.min((index + 1) * spanBytes, end) - offset }
      const tableSector = this.#directory.readUInt32LE(index * 4)
      if (tableSector === 0) yield [{ kind: 'zero', ...part }]
      else yield this.#tableSegments(await this.#table(tableSector), part, budget)
      offset += part.lengthBytes
    }
  }

  async #table(sector: number): Promise<Buffer> {
    const cached = this.#tables.get(sector)
    if (cached) return cached
    const lengthBytes = this.#descriptor.grainTableEntries * 4
    const table = await readExactly(this.#source, { offset: sector * sectorBytes, lengthBytes }, 'VMDK grain table')
    this.#tables.set(sector, table)
    return table
  }

  *#tableSegments(table: Buffer, part: ByteRange, budget: { grains: number }): Generator<Segment> {
    const end = part.offset + part.lengthBytes
    for (let offset = part.offset; offset < end; ) {
      const skipBytes = offset % this.#grainBytes
      const lengthBytes = Math.min(this.#grainBytes - skipBytes, end - offset)
      const sector = table.readUInt32LE((Math.floor(offset / this.#grainBytes) % (table.byteLength / 4)) * 4)
      const fileOffset = sector * sectorBytes
      if (sector === 0 || (sector === 1 && this.#descriptor.zeroGrains)) {
        yield { kind: 'zero', offset, lengthBytes }
      } else {
        if (--budget.grains < 0) throw new CorruptError('VMDK image maps more grains than its file can hold')
        yield this.#descriptor.compressed
          ? this.#packed({ offset, lengthBytes }, skipBytes, fileOffset)
          : { kind: 'stored', offset, lengthBytes, fileOffset: fileOffset + skipBytes }
      }
      offset += lengthBytes
    }
  }

  #packed(part: ByteRange, skipBytes: number, fileOffset: number): Segment {
    return {
      kind: 'packed',
      ...part,
      skipBytes,
      fileOffset,
      // zlib's worst case adds 5 bytes for each 16 KiB, and a few.
      fileBytes: grainMarkerBytes + this.#grainBytes + Math.ceil(this.#grainBytes / 1024) + 64,
      unpack: (packed) =>
        unpackGrain(packed, fileOffset, { grainBytes: this.#grainBytes, neededBytes: skipBytes + part.lengthBytes }),
    }
  }
}

/** A packed grain: its sector number (8 bytes), the length of its data (4), a zlib stream. The last may be short. */
function unpackGrain(packed: Buffer, fileOffset: number, want: { grainBytes: number; neededBytes: number }): Buffer {
  const where = { offset: fileOffset }
  if (packed.byteLength < grainMarkerBytes)
    throw new CorruptError(`VMDK grain at offset ${fileOffset} is cut short`, where)
  const data = packed.subarray(grainMarkerBytes, grainMarkerBytes + packed.readUInt32LE(8))
  let grain: Buffer
  try {
    grain = inflateSync(data, { maxOutputLength: want.grainBytes, chunkSize: want.grainBytes + 64 })
  } catch (error) {
    throw new CorruptError(`VMDK grain at offset ${fileOffset} is not valid zlib data`, where, { cause: error })
  }
  if (grain.byteLength < want.neededBytes) {
    throw new CorruptError(`VMDK grain at offset ${fileOffset} unpacks to ${grain.byteLength} bytes only`, where)
  }
  return grain
}
