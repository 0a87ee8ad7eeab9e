import { InvalidArgumentError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, u64be } from './byte-source.ts'
import { openMappedBlocks, readBlockTable } from './mapped-blocks.ts'
import type { DiskImage } from './segments.ts'

const footerBytes = 512
const dynamicDisk = 3
const unmapped = 0xffff_ffff

/**
 * Opens a dynamic VHD ("vpc" to qemu-img). A fixed VHD has its footer at the end only and passes for raw, as it does
 * upstream; a differencing one needs its parent and is refused.
 *
 * @throws InvalidArgumentError for a broken header, UnsupportedError for another disk type, CorruptError for a table
 * beyond the file
 * @see qemu/qemu block/vpc.c
 */
export async function openVhd(source: ByteSource): Promise<DiskImage> {
  const footer = await readExactly(source, { offset: 0, lengthBytes: footerBytes }, 'VHD footer')
  if (footer.toString('latin1', 0, 8) !== 'conectix') refuse('invalid VPC image')
  const diskType = footer.readUInt32BE(60)
  if (diskType !== dynamicDisk) throw new UnsupportedError(`VHD images of disk type ${diskType} are not supported`)
  const header = await readExactly(source, { offset: u64be(footer, 16), lengthBytes: 1024 }, 'VHD dynamic disk header')
  if (header.toString('latin1', 0, 8) !== 'cxsparse') refuse('VHD dynamic disk header not found')
  const blockBytes = header.readUInt32BE(32)
  if (blockBytes < 512 || (blockBytes & (blockBytes - 1)) !== 0) refuse(`Invalid block size ${blockBytes}`)
  const virtualSizeBytes = u64be(footer, 48)
  const needed = Math.ceil(virtualSizeBytes / blockBytes)
  if (needed > header.readUInt32BE(28)) refuse('Page Allocation Table too small')
  const table = await readBlockTable(source, { offset: u64be(header, 16), lengthBytes: needed * 4 }, 'VHD block table')
  // A block begins with a bitmap of its sectors; qemu writes whole blocks and ignores it when reading.
  const bitmapBytes = Math.ceil(blockBytes / 512 / 8 / 512) * 512
  return openMappedBlocks(source, { virtualSizeBytes, blockBytes, format: 'VHD' }, (index) => {
    const sector = table.readUInt32BE(index * 4)
    return sector === unmapped ? undefined : sector * 512 + bitmapBytes
  })
}

function refuse(message: string): never {
  throw new InvalidArgumentError(message)
}
