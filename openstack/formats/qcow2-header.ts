import { CorruptError, InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readHead, u64be } from './byte-source.ts'

/**
 * The fixed header of a qcow2 file. Fields, limits and refusals follow qemu/qemu docs/interop/qcow2.txt and
 * block/qcow2.c (`qcow2_do_open`).
 */
export interface Qcow2Header {
  readonly version: 2 | 3
  readonly virtualSizeBytes: number
  readonly clusterBits: number
  readonly clusterBytes: number
  /** Entries of the active L1 table. */
  readonly l1Entries: number
  readonly l1Offset: number
  readonly refcountTableOffset: number
  readonly refcountTableClusters: number
  readonly refcountBits: number
  readonly snapshots: number
  readonly compression: 'zlib' | 'zstd'
  readonly markedDirty: boolean
  readonly markedCorrupt: boolean
  readonly lazyRefcounts: boolean
}

/** The header as it stands in the file, before any judgement. */
export interface RawQcow2Header {
  readonly magic: boolean
  readonly version: number
  readonly backingFileOffset: number
  readonly backingFileLength: number
  readonly clusterBits: number
  readonly sizeBytes: number
  readonly cryptMethod: number
  readonly l1Entries: number
  readonly l1Offset: number
  readonly refcountTableOffset: number
  readonly refcountTableClusters: number
  readonly snapshots: number
  readonly snapshotsOffset: number
  /** Bits 0 to 31 and 32 to 63 of the incompatible features. */
  readonly incompatible: number
  readonly incompatibleHigh: number
  readonly compatible: number
  readonly refcountOrder: number
  readonly headerLength: number
  readonly compressionType: number
}

export const qcow2Magic = 0x514649fb
export const incompatibleBits = { dirty: 1, corrupt: 2, dataFile: 4, compressionType: 8, extendedL2: 16 } as const

const smallestClusterBits = 9
const largestClusterBits = 21
const largestL1Bytes = 32 * 1024 * 1024
const largestRefcountTableBytes = 8 * 1024 * 1024
const mostSnapshots = 65_536
const headerBytes = 112

export async function readRawQcow2Header(source: ByteSource): Promise<RawQcow2Header> {
  const head = await readHead(source, 0, headerBytes)
  const version = head.readUInt32BE(4)
  const isV3 = version >= 3
  const headerLength = isV3 ? head.readUInt32BE(100) : 72
  return {
    magic: source.sizeBytes >= 4 && head.readUInt32BE(0) === qcow2Magic,
    version,
    backingFileOffset: u64be(head, 8),
    backingFileLength: head.readUInt32BE(16),
    clusterBits: head.readUInt32BE(20),
    sizeBytes: u64be(head, 24),
    cryptMethod: head.readUInt32BE(32),
    l1Entries: head.readUInt32BE(36),
    l1Offset: u64be(head, 40),
    refcountTableOffset: u64be(head, 48),
    refcountTableClusters: head.readUInt32BE(56),
    snapshots: head.readUInt32BE(60),
    snapshotsOffset: u64be(head, 64),
    incompatible: isV3 ? head.readUInt32BE(76) : 0,
    incompatibleHigh: isV3 ? head.readUInt32BE(72) : 0,
    compatible: isV3 ? head.readUInt32BE(84) : 0,
    refcountOrder: isV3 ? head.readUInt32BE(96) : 4,
    headerLength,
    compressionType: headerLength > 104 ? head.readUInt8(104) : 0,
  }
}

/**
 * Reads the header and refuses whatever this reader cannot or must not follow, before any other byte is read.
 *
 * @throws InvalidArgumentError for what is not a valid qcow2 header, and for a backing or data file
 * @throws UnsupportedError for encryption and extended L2 entries, which qemu can read and this reader cannot
 * @throws CorruptError for tables that the file is too small to hold
 */
export async function readQcow2Header(source: ByteSource): Promise<Qcow2Header> {
  const raw = await readRawQcow2Header(source)
  checkShape(raw, source.sizeBytes)
  checkFeatures(raw)
  checkTables(raw, source.sizeBytes)
  return {
    version: raw.version === 2 ? 2 : 3,
    virtualSizeBytes: raw.sizeBytes - (raw.sizeBytes % 512),
    clusterBits: raw.clusterBits,
    clusterBytes: 2 ** raw.clusterBits,
    l1Entries: raw.l1Entries,
    l1Offset: raw.l1Offset,
    refcountTableOffset: raw.refcountTableOffset,
    refcountTableClusters: raw.refcountTableClusters,
    refcountBits: 2 ** raw.refcountOrder,
    snapshots: raw.snapshots,
    compression: raw.compressionType === 1 ? 'zstd' : 'zlib',
    markedDirty: (raw.incompatible & incompatibleBits.dirty) !== 0,
    markedCorrupt: (raw.incompatible & incompatibleBits.corrupt) !== 0,
    lazyRefcounts: (raw.compatible & 1) !== 0,
  }
}

function checkShape(raw: RawQcow2Header, fileBytes: number): void {
  if (!raw.magic) throw new InvalidArgumentError('Image is not in qcow2 format')
  if (fileBytes < (raw.version === 2 ? 72 : 104)) throw new CorruptError('qcow2 header is cut short', { fileBytes })
  if (raw.version !== 2 && raw.version !== 3) refuse(`Unsupported qcow2 version ${raw.version}`)
  if (raw.clusterBits < smallestClusterBits || raw.clusterBits > largestClusterBits) {
    refuse(`Unsupported cluster size: 2^${raw.clusterBits}`)
  }
  if (raw.version === 3 && raw.headerLength < 104) refuse('qcow2 header too short')
  if (raw.headerLength > 2 ** raw.clusterBits) refuse('qcow2 header exceeds cluster size')
  if (raw.refcountOrder > 6) refuse('Reference count entry width too large; may not exceed 64 bits')
  if (raw.sizeBytes > Number.MAX_SAFE_INTEGER) refuse(`Image is too big: ${raw.sizeBytes} bytes`)
}

function checkFeatures(raw: RawQcow2Header): void {
  if (raw.backingFileOffset !== 0) refuse('QCOW images with backing files are not allowed')
  if (raw.incompatible & incompatibleBits.dataFile) refuse('QCOW images with data-file set are not allowed')
  if (raw.incompatible & ~0x1f || raw.incompatibleHigh !== 0) {
    refuse(`Unsupported qcow2 feature(s): incompatible feature bits ${featureBits(raw)}`)
  }
  if (raw.incompatible & incompatibleBits.extendedL2) {
    throw new UnsupportedError('qcow2 images with extended L2 entries are not supported')
  }
  if (raw.cryptMethod !== 0)
    throw new UnsupportedError(`encrypted qcow2 images (method ${raw.cryptMethod}) are not supported`)
  if (raw.compressionType > 1) refuse(`qcow2: unknown compression type: ${raw.compressionType}`)
  const flagged = (raw.incompatible & incompatibleBits.compressionType) !== 0
  if (flagged !== (raw.compressionType !== 0)) {
    refuse(`qcow2: Compression type incompatible feature bit must ${flagged ? 'not ' : ''}be set`)
  }
}

/** Every table must lie in the file, be aligned, and keep within qemu's limits: then its allocation is bounded too. */
function checkTables(raw: RawQcow2Header, fileBytes: number): void {
  const clusterBytes = 2 ** raw.clusterBits
  if (raw.refcountTableClusters === 0) refuse('Image does not contain a reference count table')
  const tables = [
    { what: 'Active L1 table', offset: raw.l1Offset, lengthBytes: raw.l1Entries * 8, largest: largestL1Bytes },
    {
      what: 'Reference count table',
      offset: raw.refcountTableOffset,
      lengthBytes: raw.refcountTableClusters * clusterBytes,
      largest: largestRefcountTableBytes,
    },
    // A snapshot's header has at least 40 bytes; the snapshots themselves are ignored.
    {
      what: 'Snapshot table',
      offset: raw.snapshotsOffset,
      lengthBytes: raw.snapshots * 40,
      largest: mostSnapshots * 40,
    },
  ]
  for (const { what, offset, lengthBytes, largest } of tables) {
    if (lengthBytes > largest) refuse(`${what} too large`)
    if (lengthBytes > 0 && (offset % clusterBytes !== 0 || offset > Number.MAX_SAFE_INTEGER)) {
      refuse(`${what} offset invalid`)
    }
    if (lengthBytes > 0 && offset + lengthBytes > fileBytes) {
      throw new CorruptError(
        `${what} at offset ${offset} (${lengthBytes} bytes) lies past the end of the file (${fileBytes} bytes)`,
        { offset, lengthBytes, fileBytes },
      )
    }
  }
  const bytesPerL1Entry = (clusterBytes / 8) * clusterBytes
  if (Math.ceil(raw.sizeBytes / bytesPerL1Entry) > raw.l1Entries) refuse('L1 table is too small')
}

function featureBits(raw: RawQcow2Header): string {
  const bits: number[] = []
  for (let bit = 0; bit < 64; bit++) {
    const word = bit < 32 ? raw.incompatible : raw.incompatibleHigh
    if (word & (1 << (bit % 32))) bits.push(bit)
  }
  return bits.join(', ')
}

function refuse(message: string): never {
  throw new InvalidArgumentError(message)
}
