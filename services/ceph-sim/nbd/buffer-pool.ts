/** Memory that is used again: sizes are powers of two, and only so much of it is kept. */
export class BufferPool {
  readonly #limitBytes: number
  readonly #spare: Buffer[] = []
  #spareBytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  /** At least so many bytes, with anything in them. */
  take(lengthBytes: number): Buffer {
    const sizeBytes = 2 ** Math.ceil(Math.log2(lengthBytes))
    const index = this.#spare.findLastIndex((bytes) => bytes.byteLength === sizeBytes)
    if (index < 0) return Buffer.allocUnsafeSlow(sizeBytes)
    this.#spareBytes -= sizeBytes
    return this.#spare.splice(index, 1)[0]!
  }

  /** @param bytes - what `take` gave; nobody may look at it any more */
  give(bytes: Buffer): void {
    if (this.#spareBytes + bytes.byteLength > this.#limitBytes) return
    this.#spare.push(bytes)
    this.#spareBytes += bytes.byteLength
  }
}
