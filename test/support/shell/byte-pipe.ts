/** A pipe between two stages of a pipeline: a write waits until the reader has taken it. */
export class BytePipe implements AsyncIterable<Uint8Array> {
  #waiting: { bytes: Uint8Array; taken: () => void }[] = []
  #wake: () => void = () => {}
  #closed = false
  #abandoned = false

  write(bytes: Uint8Array): Promise<void> {
    if (this.#abandoned || bytes.byteLength === 0) return Promise.resolve()
    return new Promise((taken) => {
      this.#waiting.push({ bytes, taken })
      this.#wake()
    })
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** The reader is gone: writes are swallowed. */
  abandon(): void {
    this.#abandoned = true
    for (const { taken } of this.#waiting.splice(0)) taken()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let taken = () => {}
    try {
      for (;;) {
        const next = this.#waiting.shift()
        if (next) {
          taken = next.taken
          yield next.bytes
          taken()
        } else if (this.#closed) return
        else await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      // A reader that has enough does not hold up the writer of its last bytes.
      taken()
      this.abandon()
    }
  }
}
