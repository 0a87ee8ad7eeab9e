/** Bytes that have arrived and were not read yet, in the chunks in which they came. What lies within one is never copied. */
export class ByteQueue {
  #chunks: Buffer[] = []
  /** Bytes of the first chunk that are read. */
  #at = 0
  #lengthBytes = 0

  get lengthBytes(): number {
    return this.#lengthBytes
  }

  push(chunk: Buffer): void {
    if (chunk.byteLength === 0) return
    this.#chunks.push(chunk)
    this.#lengthBytes += chunk.byteLength
  }

  /** The next `lengthBytes` bytes, which must be there; a view where they lie within one chunk. */
  take(lengthBytes: number): Buffer {
    const first = this.#chunks[0]
    if (lengthBytes === 0 || first === undefined) return Buffer.alloc(0)
    if (first.byteLength - this.#at >= lengthBytes) {
      const view = first.subarray(this.#at, this.#at + lengthBytes)
      this.#advance(lengthBytes)
      return view
    }
    const bytes = Buffer.allocUnsafe(lengthBytes)
    this.takeInto(bytes)
    return bytes
  }

  /** Whether the next `lengthBytes` bytes lie within one chunk. */
  isWhole(lengthBytes: number): boolean {
    const first = this.#chunks[0]
    return first !== undefined && first.byteLength - this.#at >= lengthBytes
  }

  /** Copies as much as there is and fits. @returns the number of bytes */
  takeInto(into: Uint8Array): number {
    let copied = 0
    while (copied < into.byteLength && this.#lengthBytes > 0) {
      const first = this.#chunks[0]!
      const count = Math.min(into.byteLength - copied, first.byteLength - this.#at)
      into.set(first.subarray(this.#at, this.#at + count), copied)
      copied += count
      this.#advance(count)
    }
    return copied
  }

  clear(): void {
    this.#chunks = []
    this.#at = 0
    this.#lengthBytes = 0
  }

  #advance(count: number): void {
    this.#at += count
    this.#lengthBytes -= count
    if (this.#at === this.#chunks[0]!.byteLength) {
      this.#chunks.shift()
      this.#at = 0
    }
  }
}
