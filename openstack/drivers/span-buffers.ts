import type { Content } from '#ceph-sim/rbd.ts'
import { isZero } from '#openstack/formats/zero-runs.ts'
import type { PieceReader } from './piece-reader.ts'

/** A stretch of an image in memory, valid until the next but one is read. */
export interface Span {
  readonly start: number
  isZero(): boolean
  pieces(): readonly Content[]
}

/** Reads an image span by span into two buffers in turn, so that one can be on its way while the other is filled. */
export class SpanBuffers {
  readonly #spans: readonly [SpanBuffer, SpanBuffer]
  #turn = 0

  constructor(spanBytes: number) {
    this.#spans = [new SpanBuffer(spanBytes), new SpanBuffer(spanBytes)]
  }

  /** What the reader has next, up to `endOffset` or a span's length. */
  async next(reader: PieceReader, endOffset: number): Promise<Span> {
    const span = this.#spans[this.#turn++ % 2]!
    await span.fill(reader, endOffset)
    return span
  }
}

/** Data in a buffer that is used again and again, zeros as lengths. */
class SpanBuffer implements Span {
  readonly #buffer: Buffer
  #runs: { kind: 'data' | 'zero'; offset: number; lengthBytes: number }[] = []
  start = 0

  constructor(spanBytes: number) {
    this.#buffer = Buffer.allocUnsafe(spanBytes)
  }

  async fill(reader: PieceReader, endOffset: number): Promise<void> {
    this.start = reader.offset
    this.#runs = []
    const end = Math.min(endOffset, this.start + this.#buffer.byteLength)
    while (reader.offset < end) {
      const piece = await reader.take(end)
      if (!piece) return
      if (piece.kind === 'data') this.#buffer.set(piece.bytes, piece.offset - this.start)
      this.#extend(piece)
    }
  }

  isZero(): boolean {
    return this.pieces().every((piece) => piece.kind === 'zero' || isZero(piece.bytes))
  }

  pieces(): readonly Content[] {
    return this.#runs.map(({ kind, offset, lengthBytes }) => {
      if (kind === 'zero') return { kind, offset, lengthBytes }
      const at = offset - this.start
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
