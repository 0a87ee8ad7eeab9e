import type { Content } from '#ceph-sim/rbd.ts'

const pageBytes = 4096
const zeros = Buffer.alloc(pageBytes)

/** A piece of content with its pages of zeros as holes, and its data copied: a Buffer's own slice would share it. */
export function* zeroPages(piece: Content): Generator<Content> {
  if (piece.kind === 'zero') {
    yield piece
    return
  }
  const { bytes, offset } = piece
  for (let at = 0; at < bytes.byteLength; ) {
    const start = at
    const zero = isZero(bytes, at)
    while (at < bytes.byteLength && isZero(bytes, at) === zero) at += pageBytes
    const end = Math.min(at, bytes.byteLength)
    if (zero) yield { kind: 'zero', offset: offset + start, lengthBytes: end - start }
    else yield { kind: 'data', offset: offset + start, bytes: Uint8Array.from(bytes.subarray(start, end)) }
  }
}

function isZero(bytes: Uint8Array, at: number): boolean {
  const page = bytes.subarray(at, at + pageBytes)
  return Buffer.compare(page, zeros.subarray(0, page.byteLength)) === 0
}
