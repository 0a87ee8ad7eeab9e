import type { Clock, InstantMs } from '#kernel/time/clock.ts'

/** One wake-up call at a time on a clock. It may come early (the setter moved it away meanwhile), never late. */
export class Alarm {
  readonly #clock: Clock
  readonly #ring: () => void
  #at: InstantMs = Number.POSITIVE_INFINITY
  #waiting: AbortController | undefined

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock
    this.#ring = ring
  }

  /** Rings at `at` at the latest, and once; Infinity calls it off. Whoever is rung early just sets it again. */
  set(at: InstantMs): void {
    if (at >= this.#at && at !== Number.POSITIVE_INFINITY) return
    this.#waiting?.abort()
    this.#waiting = undefined
    this.#at = at
    if (at !== Number.POSITIVE_INFINITY) void this.#wait(at)
  }

  async #wait(at: InstantMs): Promise<void> {
    const waiting = new AbortController()
    this.#waiting = waiting
    try {
      await this.#clock.sleepUntil(at, { signal: waiting.signal })
    } catch (thrown) {
      if (waiting.signal.aborted) return
      throw thrown
    }
    if (this.#waiting !== waiting) return
    this.#waiting = undefined
    this.#at = Number.POSITIVE_INFINITY
    this.#ring()
  }
}
