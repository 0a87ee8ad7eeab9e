/**
 * One change at a time per image, in the order in which they came, and a way to hold all of them off. Taking a free lock
 * costs no turn of the event loop.
 */
export class ImageLocks {
  readonly #held = new Map<string, (() => void)[]>()
  #paused = false
  #onIdle: (() => void) | undefined
  #resumed: (() => void)[] = []
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `work` alone among those of `image`. */
  async exclusive<T>(image: string, work: () => T | Promise<T>): Promise<T> {
    const waiting = this.acquire(image)
    if (waiting) await waiting
    try {
      return await work()
    } finally {
      this.release(image)
    }
  }

  /** Undefined when the lock was free and is held now; else resolves once it is. */
  acquire(image: string): Promise<void> | undefined {
    if (this.#paused) return new Promise<void>((resolve) => this.#resumed.push(resolve)).then(() => this.acquire(image))
    const waiters = this.#held.get(image)
    if (!waiters) {
      this.#held.set(image, [])
      return undefined
    }
    return new Promise((resolve) => waiters.push(resolve))
  }

  release(image: string): void {
    const next = this.#held.get(image)?.shift()
    if (next) {
      next()
      return
    }
    this.#held.delete(image)
    if (this.#held.size === 0) this.#onIdle?.()
  }

  /** Lets what is under way finish, then runs `work` with every image held. One such work at a time. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#runAlone(work))
    this.#last = result.catch(() => {})
    return result
  }

  async #runAlone<T>(work: () => Promise<T>): Promise<T> {
    this.#paused = true
    try {
      if (this.#held.size > 0) {
        await new Promise<void>((resolve) => {
          this.#onIdle = resolve
        })
      }
      return await work()
    } finally {
      this.#onIdle = undefined
      this.#paused = false
      for (const resume of this.#resumed.splice(0)) resume()
    }
  }
}
