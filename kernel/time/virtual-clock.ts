import TinyQueue from 'tinyqueue'
import { CancelledError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs, WaitOptions } from './clock.ts'

interface Timer {
  readonly at: InstantMs
  readonly order: number
  fire(): void
}

/**
 * A clock that stands still until it is told to go on, then jumps from timer to timer. Between jumps it lets every
 * promise that can settle do so, so the order of events depends on the timers alone.
 */
export class VirtualClock implements Clock {
  readonly #timers = new TinyQueue<Timer>([], (a, b) => a.at - b.at || a.order - b.order)
  #now: InstantMs
  #order = 0

  constructor(startMs: InstantMs = 0) {
    this.#now = startMs
  }

  now(): InstantMs {
    return this.#now
  }

  sleep(durationMs: number, options: WaitOptions = {}): Promise<void> {
    return this.sleepUntil(this.#now + durationMs, options)
  }

  sleepUntil(at: InstantMs, { signal }: WaitOptions = {}): Promise<void> {
    if (signal?.aborted) return Promise.reject(new CancelledError('the wait was cancelled'))
    if (at <= this.#now) return Promise.resolve()
    return new Promise((resolve, reject) => {
      let done = false
      const onAbort = () => {
        done = true
        reject(new CancelledError('the wait was cancelled'))
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      // For ever: only the signal ends that wait, and time never gets there.
      if (at === Number.POSITIVE_INFINITY) return
      this.#timers.push({
        at,
        order: this.#order++,
        fire: () => {
          if (done) return
          signal?.removeEventListener('abort', onAbort)
          resolve()
        },
      })
    })
  }

  /** Runs timers in order until `until` settles; throws if nothing is left that could make it settle. */
  async runUntil<T>(until: Promise<T>): Promise<T> {
    let settled = false
    const done = until.finally(() => {
      settled = true
    })
    done.catch(() => {})
    for (;;) {
      await quiescence()
      if (settled) return done
      if (!this.#jump(Number.POSITIVE_INFINITY)) {
        throw new Error('the virtual world is idle, but what is waited for has not happened')
      }
    }
  }

  /** Runs every timer due within `durationMs`, then sets the clock to the end of that span. */
  async advance(durationMs: number): Promise<void> {
    const end = this.#now + durationMs
    await quiescence()
    while (this.#jump(end)) await quiescence()
    this.#now = end
  }

  #jump(limit: InstantMs): boolean {
    const next = this.#timers.peek()
    if (!next || next.at > limit) return false
    this.#now = Math.max(this.#now, next.at)
    while (this.#timers.peek() !== undefined && this.#timers.peek()!.at <= this.#now) this.#timers.pop()!.fire()
    return true
  }
}

/** Lets settled promises run their reactions, however long the chain, before time moves on. */
function quiescence(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
