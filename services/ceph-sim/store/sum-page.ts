import { crc32 } from 'node:zlib'

/**
 * Checksums of one layer's file, in a file of their own (`layers/<id>.sums`): one crc32 for each block of 64 KiB, in
 * pages of 512 bytes that each speak of 64 blocks (4 MiB), at the place of their number. A page:
 *
 *     0  magic 'DCNS'      4  page number, le32     8  layer, le double     16  crc32 of the rest
 *    20  zeros            256  64 checksums, le32; 0 where nobody vouches for the block
 *
 * A page that was never written is all zeros and vouches for nothing. What lies past the end of a layer's file counts as
 * zeros, and a checksum of 0 is kept as 1. A page is a sector, so no crash leaves half of one.
 */
export const sumBlockBytes = 64 * 1024
export const blocksInPage = 64
export const sumPageBytes = 512
const magic = Buffer.from('DCNS')
const checkOffset = 16
const sumsOffset = 256

/** What a block of a file is vouched for by. @param bytes - a whole block */
export function sumOf(bytes: Uint8Array): number {
  return crc32(bytes) || 1
}

export function encodeSumPage({ layer, page }: { layer: number; page: number }, sums: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(sumPageBytes)
  magic.copy(bytes)
  bytes.writeUInt32LE(page, 4)
  bytes.writeDoubleLE(layer, 8)
  for (let i = 0; i < blocksInPage; i++) bytes.writeUInt32LE(sums[i]!, sumsOffset + i * 4)
  bytes.writeUInt32LE(check(bytes), checkOffset)
  return bytes
}

/** The checksums of a page; undefined when it is damaged. @param bytes - fewer than a page where the file ends */
export function decodeSumPage(
  { layer, page }: { layer: number; page: number },
  bytes: Buffer,
): Uint32Array | undefined {
  const sums = new Uint32Array(blocksInPage)
  if (bytes.every((byte) => byte === 0)) return sums
  if (bytes.byteLength < sumPageBytes || !bytes.subarray(0, magic.byteLength).equals(magic)) return undefined
  if (bytes.readUInt32LE(4) !== page || bytes.readDoubleLE(8) !== layer) return undefined
  if (bytes.readUInt32LE(checkOffset) !== check(bytes)) return undefined
  for (let i = 0; i < blocksInPage; i++) sums[i] = bytes.readUInt32LE(sumsOffset + i * 4)
  return sums
}

function check(bytes: Buffer): number {
  return crc32(bytes.subarray(checkOffset + 4), crc32(bytes.subarray(0, checkOffset)))
}
