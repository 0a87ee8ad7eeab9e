import { createHash } from 'node:crypto'
import { type Content, contentLength } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'

/** Bytes without long runs of zeros, the same for the same seed. */
export function noise(seed: string, lengthBytes: number): Uint8Array {
  const page = new SeededRandom(seed).bytes(4096)
  const bytes = new Uint8Array(lengthBytes)
  for (let at = 0; at < lengthBytes; at += page.length) bytes.set(page.subarray(0, lengthBytes - at), at)
  // Each page differs, so that pieces in the wrong place are seen.
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= lengthBytes; at += page.length) view.setUint32(at, at + 1)
  return bytes
}

/** Content from runs, in order: bytes, or the length of a hole. */
export function* runs(...parts: readonly (Uint8Array | number)[]): Generator<Content> {
  let offset = 0
  for (const part of parts) {
    if (typeof part === 'number') yield { kind: 'zero', offset, lengthBytes: part }
    else yield { kind: 'data', offset, bytes: part }
    offset += typeof part === 'number' ? part : part.byteLength
  }
}

export async function* streamed(source: Iterable<Content>): AsyncGenerator<Content> {
  yield* source
}

/** SHA-256 of content, holes as zeros, after checking that it has no gaps. */
export async function digestOf(source: AsyncIterable<Content> | Iterable<Content>): Promise<string> {
  const hash = createHash('sha256')
  let offset = 0
  for await (const piece of source) {
    if (piece.offset !== offset) throw new Error(`expected offset ${offset}, got ${piece.offset}`)
    hash.update(piece.kind === 'data' ? piece.bytes : new Uint8Array(piece.lengthBytes))
    offset += contentLength(piece)
  }
  return hash.digest('hex')
}

/** The digest of the same content with zeros after it, as a grown disk has. */
export function grown(source: Iterable<Content>, sizeBytes: number): Promise<string> {
  const pieces = [...source]
  const offset = pieces.reduce((total, piece) => total + contentLength(piece), 0)
  return digestOf([...pieces, { kind: 'zero', offset, lengthBytes: sizeBytes - offset }])
}
