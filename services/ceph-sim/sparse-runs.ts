import type { DataContent } from './rbd.ts'

/** Runs of zeros of this length are not stored, unless a caller says otherwise: `rbd`'s default sparse size. */
export const defaultSparseBytes = 4096

const zeroBlock = Buffer.alloc(1024 * 1024)

/**
 * What is left of a piece without its blocks of zeros, as runs in order; blocks are counted from the piece's start.
 *
 * @param blockBytes - 0 keeps the piece whole
 */
export function* sparseRuns(bytes: Uint8Array, offset: number, blockBytes: number): Generator<DataContent> {
  if (blockBytes === 0) {
    if (bytes.byteLength > 0) yield { kind: 'data', offset, bytes }
    return
  }
  let start: number | undefined
  for (let at = 0; at < bytes.byteLength; at += blockBytes) {
    const isHole = isZero(bytes, at, Math.min(bytes.byteLength, at + blockBytes))
    if (!isHole) start ??= at
    else if (start !== undefined) {
      yield { kind: 'data', offset: offset + start, bytes: bytes.subarray(start, at) }
      start = undefined
    }
  }
  if (start !== undefined) yield { kind: 'data', offset: offset + start, bytes: bytes.subarray(start) }
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
