import type { Content } from '#ceph-sim/rbd.ts'
import { isZero } from '#openstack/formats/zero-runs.ts'
import type { PieceReader } from './piece-reader.ts'

/** One chunk of an image in memory: its data in a buffer that every chunk uses again, its zeros as lengths. */
export class ChunkBuffer {
  readonly #buffer: Buffer
  #start = 0
  #runs: { kind: 'data' | 'zero'; offset: number; lengthBytes: number }[] = []

  constructor(chunkBytes: number) {
    this.#buffer = Buffer.allocUnsafe(chunkBytes)
  }

  /** Takes what the reader has up to `endOffset`, which is at most a chunk ahead, in place of what was here. */
  async fill(reader: PieceReader, endOffset: number): Promise<void> {
    this.#start = reader.offset
    this.#runs = []
    while (reader.offset < endOffset) {
      const piece = await reader.take(endOffset)
      if (!piece) return
      if (piece.kind === 'data') this.#buffer.set(piece.bytes, piece.offset - this.#start)
      this.#extend(piece)
    }
  }

  isZero(): boolean {
    return this.pieces().every((piece) => piece.kind === 'zero' || isZero(piece.bytes))
  }

  /** Valid until the next `fill`. */
  pieces(): Content[] {
    return this.#runs.map(({ kind, offset, lengthBytes }) => {
      if (kind === 'zero') return { kind, offset, lengthBytes }
      const at = offset - this.#start
      return { kind, offset, bytes: this.#buffer.subarray(at, at + lengthBytes) }
    })
  }

  #extend(piece: Content): void {
    const lengthBytes = piece.kind === 'data' ? piece.bytes.byteLength : piece.lengthBytes
    const last = this.#runs.at(-1)
    if (last?.kind === piece.kind) last.lengthBytes += lengthBytes
    else this.#runs.push({ kind: piece.kind, offset: piece.offset, lengthBytes })
  }
}
