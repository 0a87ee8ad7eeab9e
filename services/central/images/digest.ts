import { createHash } from 'node:crypto'
import type { Content } from '#ceph-sim/rbd.ts'

/** What Glance computes of data in passing: `checksum` (MD5) and `os_hash_value` (SHA-512), as hex. */
export interface ImageDigest {
  readonly checksum: string
  readonly osHashValue: string
  readonly sizeBytes: number
}

/** Computes the digest of one image; pieces come in order. */
export interface DigestStream {
  /** Resolves when more may be given; the piece's bytes are free again then. */
  update(piece: Content): Promise<void>
  finish(): Promise<ImageDigest>
  /** Gives up; harmless after `finish`. */
  close(): void
}

/** Makes digest streams. Adapters: `InlineDigester` here, worker threads in `digest-workers.ts`. */
export interface Digester {
  start(): DigestStream
}

/** The same content, hashed in passing. */
export async function* digested(content: AsyncIterable<Content>, digest: DigestStream): AsyncIterable<Content> {
  for await (const piece of content) {
    await digest.update(piece)
    yield piece
  }
}

const zeros = Buffer.alloc(1024 * 1024)

/** Computes on the calling thread. */
export class InlineDigester implements Digester {
  start(): DigestStream {
    const hashes = { md5: createHash('md5'), sha512: createHash('sha512') }
    let sizeBytes = 0
    return {
      async update(piece) {
        sizeBytes += forEachBuffer(piece, (bytes) => {
          hashes.md5.update(bytes)
          hashes.sha512.update(bytes)
        })
      },
      finish: async () => ({
        checksum: hashes.md5.digest('hex'),
        osHashValue: hashes.sha512.digest('hex'),
        sizeBytes,
      }),
      close: () => {},
    }
  }
}

/** Calls back with a piece's bytes, zero runs in parts; answers how many there were. */
export function forEachBuffer(piece: Content, take: (bytes: Uint8Array) => void): number {
  if (piece.kind === 'data') {
    take(piece.bytes)
    return piece.bytes.byteLength
  }
  for (let left = piece.lengthBytes; left > 0; left -= zeros.byteLength) {
    take(left >= zeros.byteLength ? zeros : zeros.subarray(0, left))
  }
  return piece.lengthBytes
}
