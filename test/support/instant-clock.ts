import { CancelledError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs, WaitOptions } from '#kernel/time/clock.ts'

/** A clock for one actor at a time: whoever sleeps, the time is then. */
export class InstantClock implements Clock {
  #now: InstantMs
  #waiting: { at: InstantMs; resolve: () => void }[] = []
  #limits: { at: InstantMs; kill: () => void }[] = []

  constructor(startMs: InstantMs) {
    this.#now = startMs
  }

  now(): InstantMs {
    return this.#now
  }

  sleep(durationMs: number, options: WaitOptions = {}): Promise<void> {
    return this.sleepUntil(this.#now + durationMs, options)
  }

  async sleepUntil(at: InstantMs, { signal }: WaitOptions = {}): Promise<void> {
    if (signal?.aborted) throw new CancelledError('the wait was cancelled')
    const limit = this.#limits.filter((each) => each.at < at).sort((a, b) => a.at - b.at)[0]
    if (!limit && at < Number.POSITIVE_INFINITY) return this.#moveTo(at)
    if (limit) {
      this.#limits = this.#limits.filter((each) => each !== limit)
      this.#moveTo(limit.at)
      limit.kill()
    }
    await this.#untilReached(at, signal)
  }

  /** Kills at a moment, also where somebody else waits on this clock for the one to be killed. @returns lifts the limit */
  limit(at: InstantMs, kill: () => void): () => void {
    const limit = { at, kill }
    this.#limits.push(limit)
    return () => {
      this.#limits = this.#limits.filter((each) => each !== limit)
    }
  }

  #untilReached(at: InstantMs, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = () => reject(new CancelledError('the wait was cancelled'))
      if (signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      this.#waiting.push({ at, resolve })
    })
  }

  #moveTo(at: InstantMs): void {
    this.#now = Math.max(this.#now, at)
    const due = this.#waiting.filter((each) => each.at <= this.#now)
    this.#waiting = this.#waiting.filter((each) => each.at > this.#now)
    for (const { resolve } of due) resolve()
  }

  /** Waits for the sleeps of others to bring the time on. */
  reached(at: InstantMs): Promise<void> {
    if (at <= this.#now) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ at, resolve }))
  }
}

/** The same clock for a process that is killed at `limitMs`: a sleep beyond it kills. */
export class MortalClock implements Clock {
  readonly #clock: Clock
  readonly #limitMs: InstantMs
  readonly #kill: () => void

  constructor(clock: Clock, limitMs: InstantMs, kill: () => void) {
    this.#clock = clock
    this.#limitMs = limitMs
    this.#kill = kill
  }

  now(): InstantMs {
    return this.#clock.now()
  }

  sleep(durationMs: number, options?: WaitOptions): Promise<void> {
    return this.sleepUntil(this.now() + durationMs, options)
  }

  async sleepUntil(at: InstantMs, options?: WaitOptions): Promise<void> {
    await this.#clock.sleepUntil(Math.min(at, this.#limitMs), options)
    if (at < this.#limitMs) return
    this.#kill()
    throw new CancelledError('killed')
  }
}
