/** A stream that is not what it should be, or not for this image: what `rbd` says of it, and the errno's name. */
export class BadStream extends Error {
  readonly code: 'EDOM' | 'EEXIST' | 'EINVAL' | 'EOPNOTSUPP'

  constructor(code: BadStream['code'], message: string) {
    super(message)
    this.name = 'BadStream'
    this.code = code
  }
}

/**
 * Bytes that are read by what they should be: so many exactly, a number, a string. Holds one chunk of its source at a
 * time. A source that ends too soon is a `BadStream` with EDOM, as in Ceph's `safe_read_exact`.
 */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>
  #chunk: Uint8Array = new Uint8Array()
  #at = 0
  #position = 0
  readonly #seekable: boolean

  /**
   * @param source - chunks, each of which need only stay valid until the next is asked for
   * @param seekable - a file, in which one can go on behind the end: that shows at the next read only
   */
  constructor(source: AsyncIterable<Uint8Array>, { seekable = false }: { seekable?: boolean } = {}) {
    this.#chunks = source[Symbol.asyncIterator]()
    this.#seekable = seekable
  }

  /** How many bytes were taken so far. */
  get position(): number {
    return this.#position
  }

  /**
   * The next bytes, copied. For small counts: they are held in memory together.
   *
   * @param what - what a failure says could not be decoded: `rbd: failed to decode WHAT`
   */
  async exactly(lengthBytes: number, what: string): Promise<Buffer> {
    const bytes = Buffer.alloc(lengthBytes)
    let filled = 0
    for await (const piece of this.pieces(lengthBytes, what)) {
      bytes.set(piece, filled)
      filled += piece.byteLength
    }
    return bytes
  }

  /** The next bytes as the pieces that they come in, each valid until the next is asked for. */
  async *pieces(lengthBytes: number, what: string): AsyncGenerator<Uint8Array> {
    let left = lengthBytes
    while (left > 0) {
      if (!(await this.#fill())) throw new BadStream('EDOM', `rbd: failed to decode ${what}`)
      const piece = this.#chunk.subarray(this.#at, this.#at + left)
      this.#at += piece.byteLength
      this.#position += piece.byteLength
      left -= piece.byteLength
      yield piece
    }
  }

  /**
   * The next bytes in blocks of one size, the last one shorter, each valid until the next is asked for. Ends early where
   * the source does, unless `what` is given.
   */
  async *blocks(lengthBytes: number, blockBytes: number, what?: string): AsyncGenerator<Uint8Array> {
    let joined: Buffer | undefined
    let filled = 0
    for (let left = lengthBytes; left > 0; ) {
      if (!(await this.#fill())) {
        if (what !== undefined) throw new BadStream('EDOM', `rbd: failed to decode ${what}`)
        break
      }
      const wanted = Math.min(blockBytes, left)
      const part = this.#chunk.subarray(this.#at, this.#at + wanted - filled)
      this.#at += part.byteLength
      this.#position += part.byteLength
      if (filled === 0 && part.byteLength === wanted) {
        left -= wanted
        yield part
        continue
      }
      joined ??= Buffer.allocUnsafeSlow(blockBytes)
      joined.set(part, filled)
      filled += part.byteLength
      if (filled < wanted) continue
      left -= wanted
      filled = 0
      yield joined.subarray(0, wanted)
    }
    if (filled > 0 && joined) yield joined.subarray(0, filled)
  }

  async skip(lengthBytes: number, what: string): Promise<void> {
    let left = lengthBytes
    while (left > 0) {
      if (!(await this.#fill())) {
        if (this.#seekable) return
        throw new BadStream('EDOM', `rbd: failed to decode ${what}`)
      }
      const passed = Math.min(left, this.#chunk.byteLength - this.#at)
      this.#at += passed
      this.#position += passed
      left -= passed
    }
  }

  async byte(what: string): Promise<number> {
    return (await this.exactly(1, what)).readUInt8()
  }

  /** A little-endian number of 64 bits; what is more than any size can be is the largest exact one. */
  async number(what: string): Promise<number> {
    return Math.min(Number((await this.exactly(8, what)).readBigUInt64LE()), Number.MAX_SAFE_INTEGER)
  }

  /** A text with its length of 32 bits before it. @throws BadStream (EINVAL) when it is longer than `limitBytes` */
  async string(limitBytes: number, what: string): Promise<string> {
    const lengthBytes = (await this.exactly(4, what)).readUInt32LE()
    if (lengthBytes > limitBytes) throw new BadStream('EINVAL', `rbd: failed to decode ${what}`)
    return (await this.exactly(lengthBytes, what)).toString()
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.byteLength) {
      const next = await this.#chunks.next()
      if (next.done) return false
      this.#chunk = next.value
      this.#at = 0
    }
    return true
  }
}

/** Checks the line that a format begins with. @throws BadStream (EINVAL, or EDOM for a stream that is shorter) */
export async function expectBanner(source: ByteSource, banner: string): Promise<void> {
  const found = await source.exactly(banner.length, 'diff banner')
  if (found.toString('latin1') !== banner) throw new BadStream('EINVAL', 'rbd: invalid or unexpected diff banner')
}

/** The parts of a header, joined: numbers are little-endian, of 64 bits; texts have their length of 32 bits before them. */
export function tagged(tag: string): Buffer {
  return Buffer.from(tag, 'latin1')
}
export function number64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
export function text32(text: string): Buffer {
  const bytes = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.byteLength)
  return Buffer.concat([length, bytes])
}
