import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type ByteSource, readExactly, u64le } from './byte-source.ts'
import { openMappedBlocks, readBlockTable } from './mapped-blocks.ts'
import type { DiskImage } from './segments.ts'

const signature = 0xbeda107f
const version = 0x0001_0001
const blockBytes = 1024 * 1024
/** Map entries from here on mean "never written" and "discarded": both read as zeros. */
const firstUnmapped = 0xffff_fffe

/**
 * Opens a VirtualBox disk image, dynamic or static.
 *
 * @throws InvalidArgumentError for a header that qemu refuses as well; CorruptError for a map beyond the file
 * @see qemu/qemu block/vdi.c
 */
export async function openVdi(source: ByteSource): Promise<DiskImage> {
  const head = await readExactly(source, { offset: 0, lengthBytes: 512 }, 'VDI header')
  const virtualSizeBytes = u64le(head, 0x170)
  const blocks = head.readUInt32LE(0x180)
  const dataOffset = head.readUInt32LE(0x158)
  if (head.readUInt32LE(0x40) !== signature) refuse('Image not in VDI format (bad signature)')
  if (head.readUInt32LE(0x44) !== version) refuse('unsupported VDI image version')
  if (head.readUInt32LE(0x178) !== blockBytes) refuse('unsupported VDI image (block size is not 1 MiB)')
  if (virtualSizeBytes > blocks * blockBytes) refuse('unsupported VDI image (disk size is more than its map holds)')
  if (head.subarray(0x1a8, 0x1b8).some((byte) => byte !== 0)) refuse('unsupported VDI image (non-NULL link UUID)')
  if (head.subarray(0x1b8, 0x1c8).some((byte) => byte !== 0)) refuse('unsupported VDI image (non-NULL parent UUID)')
  const needed = Math.ceil(virtualSizeBytes / blockBytes)
  const map = await readBlockTable(
    source,
    { offset: head.readUInt32LE(0x154), lengthBytes: needed * 4 },
    'VDI block map',
  )
  return openMappedBlocks(source, { virtualSizeBytes, blockBytes, format: 'VDI' }, (index) => {
    const block = map.readUInt32LE(index * 4)
    return block >= firstUnmapped ? undefined : dataOffset + block * blockBytes
  })
}

function refuse(message: string): never {
  throw new InvalidArgumentError(message)
}
