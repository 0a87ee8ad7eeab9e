import type { Content, DataContent } from './rbd.ts'

/** Runs of zeros of this length are not stored, unless a caller says otherwise: `rbd`'s default sparse size. */
export const defaultSparseBytes = 4096

const zeroBlock = Buffer.alloc(1024 * 1024)

/** What is left of a piece without its blocks of zeros, as runs in order; blocks are counted from the piece's start. */
export function* sparseRuns(bytes: Uint8Array, offset: number, blockBytes: number): Generator<DataContent> {
  for (const run of zeroAndDataRuns(bytes, offset, blockBytes)) if (run.kind === 'data') yield run
}

/**
 * A piece as runs of blocks that are all zeros, and of those that are not.
 *
 * @param blockBytes - 0 keeps the piece whole
 */
export function* zeroAndDataRuns(bytes: Uint8Array, offset: number, blockBytes: number): Generator<Content> {
  const { byteLength } = bytes
  const step = blockBytes === 0 ? Math.max(1, byteLength) : blockBytes
  const isHole = (at: number) => blockBytes > 0 && isZero(bytes, at, Math.min(byteLength, at + step))
  for (let at = 0; at < byteLength; ) {
    const hole = isHole(at)
    let end = Math.min(byteLength, at + step)
    while (end < byteLength && isHole(end) === hole) end = Math.min(byteLength, end + step)
    if (hole) yield { kind: 'zero', offset: offset + at, lengthBytes: end - at }
    else yield { kind: 'data', offset: offset + at, bytes: bytes.subarray(at, end) }
    at = end
  }
}

/** Whether `bytes[from, to)` holds nothing but zeros. */
export function isZero(bytes: Uint8Array, from = 0, to = bytes.byteLength): boolean {
  if (from < to && (bytes[from] !== 0 || bytes[to - 1] !== 0)) return false
  for (let at = from; at < to; at += zeroBlock.byteLength) {
    const length = Math.min(zeroBlock.byteLength, to - at)
    if (zeroBlock.compare(bytes, at, at + length, 0, length) !== 0) return false
  }
  return true
}
