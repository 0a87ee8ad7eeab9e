import { InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, u64le } from './byte-source.ts'
import { openMappedBlocks, readBlockTable } from './mapped-blocks.ts'
import type { DiskImage } from './segments.ts'
import { findVhdxRegion, readVhdxItem, vhdxItems, vhdxRegions } from './vhdx-metadata.ts'

const mib = 1024 * 1024
const largestVirtualSizeBytes = 64 * 1024 ** 4
const hasParentFlag = 2
const fullyPresent = 6
const partiallyPresent = 7

/**
 * Opens a VHDX, dynamic or fixed, that was closed cleanly.
 *
 * @throws InvalidArgumentError for broken headers; UnsupportedError for a parent or a log that wants replay;
 * CorruptError for tables beyond the file
 * @see qemu/qemu block/vhdx.c; Microsoft MS-VHDX
 */
export async function openVhdx(source: ByteSource): Promise<DiskImage> {
  const ident = await readExactly(source, { offset: 0, lengthBytes: 8 }, 'VHDX identifier')
  if (ident.toString('latin1') !== 'vhdxfile') refuse('Image is not in VHDX format')
  await checkLogIsEmpty(source)
  const parameters = await readVhdxItem(source, vhdxItems.fileParameters, 8)
  const virtualSizeBytes = u64le(await readVhdxItem(source, vhdxItems.virtualDiskSize, 8), 0)
  const sectorBytes = (await readVhdxItem(source, vhdxItems.logicalSectorSize, 4)).readUInt32LE(0)
  const blockBytes = parameters.readUInt32LE(0)
  if (parameters.readUInt32LE(4) & hasParentFlag)
    throw new UnsupportedError('VHDX images with a parent are not supported')
  if (blockBytes < mib || blockBytes > 256 * mib || (blockBytes & (blockBytes - 1)) !== 0) {
    refuse(`Invalid VHDX block size ${blockBytes}`)
  }
  if (sectorBytes !== 512 && sectorBytes !== 4096) refuse(`Invalid VHDX sector size ${sectorBytes}`)
  if (virtualSizeBytes > largestVirtualSizeBytes) refuse(`VHDX virtual size ${virtualSizeBytes} is too big`)
  // After each chunk's blocks the table has one entry for the chunk's sector bitmap.
  const blocksPerChunk = (2 ** 23 * sectorBytes) / blockBytes
  const lookup = (index: number) => index + Math.floor(index / blocksPerChunk)
  const blocks = Math.ceil(virtualSizeBytes / blockBytes)
  const entries = blocks === 0 ? 0 : lookup(blocks - 1) + 1
  const region = await findVhdxRegion(source, vhdxRegions.blockAllocationTable)
  if (entries * 8 > region.lengthBytes) refuse('VHDX block allocation table is too small')
  const table = await readBlockTable(source, { offset: region.offset, lengthBytes: entries * 8 }, 'VHDX block table')
  return openMappedBlocks(source, { virtualSizeBytes, blockBytes, format: 'VHDX' }, (index) =>
    blockOffset(table, lookup(index)),
  )
}

/** States 0 to 3 (not present, undefined, zero, unmapped) read as zeros; the offset is in MiB, above bit 20. */
function blockOffset(table: Buffer, entry: number): number | undefined {
  const state = table.readUInt8(entry * 8) & 7
  if (state === partiallyPresent) throw new UnsupportedError('VHDX images with a parent are not supported')
  if (state !== fullyPresent) return undefined
  const low = (table.readUInt32LE(entry * 8) & 0xfff0_0000) >>> 0
  return table.readUInt32LE(entry * 8 + 4) * 2 ** 32 + low
}

/** Of the two headers the valid one with the higher sequence number counts; a log GUID means that writes are pending. */
async function checkLogIsEmpty(source: ByteSource): Promise<void> {
  let current: { sequence: number; header: Buffer } | undefined
  for (const offset of [64 * 1024, 128 * 1024]) {
    const header = await readExactly(source, { offset, lengthBytes: 4096 }, 'VHDX header')
    const sequence = u64le(header, 8)
    if (header.toString('latin1', 0, 4) !== 'head') continue
    if (!current || sequence > current.sequence) current = { sequence, header }
  }
  if (!current) return refuse('No valid VHDX header found')
  if (current.header.subarray(48, 64).some((byte) => byte !== 0)) {
    throw new UnsupportedError('VHDX image file was not closed cleanly and contains a log that needs to be replayed')
  }
}

function refuse(message: string): never {
  throw new InvalidArgumentError(message)
}
