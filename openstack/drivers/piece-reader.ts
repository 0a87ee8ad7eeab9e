import { type Content, type ContentSource, contentLength } from '#ceph-sim/rbd.ts'
import { CancelledError, DomainError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/** The longest data piece handed on at once. */
const maxPieceBytes = 1024 ** 2

/** Reads a stream of content in slices that end where the caller wants; holds one piece of the source at a time. */
export class PieceReader {
  readonly #source: AsyncIterator<Content> | Iterator<Content>
  readonly #signal: AbortSignal | undefined
  #piece: Content | undefined
  #ended = false
  #failure: { readonly error: unknown } | undefined

  /** The offset of the next byte. */
  offset = 0

  constructor(source: ContentSource, signal?: AbortSignal) {
    this.#source = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
    this.#signal = signal
  }

  /** What the source threw, if it did: a consumer in between may have wrapped it. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure
  }

  /** The rest of the current piece, not taken; undefined at the end. @throws what the source throws; CancelledError */
  async peek(): Promise<Content | undefined> {
    try {
      while (this.#piece === undefined && !this.#ended) {
        throwIfAborted(this.#signal)
        const { done, value } = await this.#source.next()
        if (done) this.#ended = true
        else if (contentLength(value) > 0) this.#piece = value
      }
      if (this.#piece && this.#piece.offset !== this.offset) {
        throw new InvalidArgumentError(
          `the content has a gap: byte ${this.offset} is followed by ${this.#piece.offset}`,
        )
      }
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
    return this.#piece
  }

  /** Takes a slice of the current piece, up to `endOffset` and at most 1 MiB of data; undefined at the end. */
  async take(endOffset: number): Promise<Content | undefined> {
    const piece = await this.peek()
    if (!piece) return undefined
    const total = contentLength(piece)
    const wanted = Math.min(total, endOffset - this.offset)
    const length = piece.kind === 'data' ? Math.min(wanted, maxPieceBytes) : wanted
    const [slice, rest] = split(piece, length)
    this.#piece = length < total ? rest : undefined
    this.offset += length
    return slice
  }

  /** Lets the source go; needed when it was not read to its end. */
  async close(): Promise<void> {
    if (this.#ended || this.#failure) return
    this.#ended = true
    await this.#source.return?.()
  }
}

function split(piece: Content, length: number): readonly [Content, Content] {
  const offset = piece.offset + length
  if (piece.kind === 'zero') {
    return [
      { kind: 'zero', offset: piece.offset, lengthBytes: length },
      { kind: 'zero', offset, lengthBytes: piece.lengthBytes - length },
    ]
  }
  return [
    { kind: 'data', offset: piece.offset, bytes: piece.bytes.subarray(0, length) },
    { kind: 'data', offset, bytes: piece.bytes.subarray(length) },
  ]
}

/** @throws the signal's reason if that is a DomainError, else CancelledError */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return
  const reason: unknown = signal.reason
  throw reason instanceof DomainError ? reason : new CancelledError('cancelled', {}, { cause: reason })
}
