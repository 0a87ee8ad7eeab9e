import { createHash } from 'node:crypto'
import type { CallOptions, Rbd, RbdSpec } from '#ceph-sim/rbd.ts'
import { InternalError } from '#kernel/errors/domain-error.ts'
import type { StoredContent, StoredFingerprint } from './world.ts'

const blockBytes = 4096
const zeros = Buffer.alloc(1024 * 1024)
const zeroBlock = zeros.subarray(0, blockBytes)

/** SHA-512 of every byte of an RBD image or snapshot, holes as zeros. */
export async function sha512Image(rbd: Rbd, image: RbdSpec, options: CallOptions = {}): Promise<StoredContent> {
  const hash = createHash('sha512')
  let sizeBytes = 0
  for await (const piece of rbd.read(image, options)) {
    if (piece.kind === 'data') {
      hash.update(piece.bytes)
      sizeBytes += piece.bytes.byteLength
    } else {
      for (let left = piece.lengthBytes; left > 0; left -= zeros.byteLength) hash.update(zeros.subarray(0, left))
      sizeBytes += piece.lengthBytes
    }
  }
  return { sha512: hash.digest('hex'), sizeBytes }
}

/**
 * SHA-256 over the 4 KiB blocks that are not all zero, each after its offset. Costs what is stored, not what is
 * provisioned; equal contents give equal fingerprints wherever their holes are.
 */
export async function fingerprintImage(
  rbd: Rbd,
  image: RbdSpec,
  options: CallOptions = {},
): Promise<StoredFingerprint> {
  const { sizeBytes } = await rbd.info(image, options)
  const hash = createHash('sha256')
  const position = Buffer.alloc(8)
  for (const { offset, lengthBytes } of await rbd.extents(image, options)) {
    for await (const piece of rbd.read(image, { ...options, offset, lengthBytes })) {
      if (piece.kind === 'zero') continue
      if (piece.offset % blockBytes !== 0)
        throw new InternalError('a piece of an image does not begin on a 4 KiB boundary')
      for (let at = 0; at < piece.bytes.byteLength; at += blockBytes) {
        const block = piece.bytes.subarray(at, at + blockBytes)
        if (zeroBlock.subarray(0, block.byteLength).equals(block)) continue
        position.writeBigUInt64BE(BigInt(piece.offset + at))
        hash.update(position).update(block)
      }
    }
  }
  return { fingerprint: hash.digest('hex'), sizeBytes }
}
