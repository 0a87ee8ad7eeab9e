import type { Content } from '#ceph-sim/rbd.ts'

/** Zeros are found in units of this many bytes, aligned to the image: the unit of RBD's sparse reads here. */
export const zeroGrainBytes = 4096

const zeros = Buffer.alloc(64 * 1024)

/** `Buffer.equals` against zeros compares at memory speed and leaves at once on data. */
export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.byteLength; at += zeros.byteLength) {
    const part = bytes.subarray(at, at + zeros.byteLength)
    if (!zeros.subarray(0, part.byteLength).equals(part)) return false
  }
  return true
}

/** Cuts a piece of image content into alternating runs of data and zeros. Data runs are views of `bytes`. */
export function* splitZeros(bytes: Uint8Array, offset: number): Generator<Content> {
  let runStart = 0
  let runIsZero = false
  for (let at = 0; at < bytes.byteLength; ) {
    const end = spanEnd(bytes, offset, at)
    const spanIsZero = isZero(bytes.subarray(at, end))
    if (spanIsZero !== runIsZero) {
      if (at > runStart) yield run(bytes, offset, runStart, at, runIsZero)
      runStart = at
      runIsZero = spanIsZero
    }
    at = end
  }
  if (bytes.byteLength > runStart) yield run(bytes, offset, runStart, bytes.byteLength, runIsZero)
}

/** Tries 64 KiB at a time where that much is zero, else one grain. */
function spanEnd(bytes: Uint8Array, offset: number, at: number): number {
  const wide = at + zeros.byteLength
  if (wide <= bytes.byteLength && (offset + at) % zeroGrainBytes === 0 && zeros.equals(bytes.subarray(at, wide))) {
    return wide
  }
  return Math.min(at + zeroGrainBytes - ((offset + at) % zeroGrainBytes), bytes.byteLength)
}

function run(bytes: Uint8Array, offset: number, start: number, end: number, zero: boolean): Content {
  if (zero) return { kind: 'zero', offset: offset + start, lengthBytes: end - start }
  return { kind: 'data', offset: offset + start, bytes: bytes.subarray(start, end) }
}

/** Joins neighbouring zero runs, however many pieces they came in. */
export async function* coalesceZeros(source: AsyncIterable<Content>): AsyncGenerator<Content> {
  let offset = 0
  let lengthBytes = 0
  for await (const content of source) {
    if (content.kind === 'zero' && content.offset === offset + lengthBytes) {
      lengthBytes += content.lengthBytes
      continue
    }
    if (lengthBytes > 0) yield { kind: 'zero', offset, lengthBytes }
    if (content.kind === 'zero') {
      offset = content.offset
      lengthBytes = content.lengthBytes
    } else {
      yield content
      offset = content.offset + content.bytes.byteLength
      lengthBytes = 0
    }
  }
  if (lengthBytes > 0) yield { kind: 'zero', offset, lengthBytes }
}
