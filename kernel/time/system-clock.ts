import { CancelledError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs, WaitOptions } from './clock.ts'

/** Ties simulated time to real time: at real instant `realMs` the simulation shows `simMs` and runs `speed` times as fast. */
export interface ClockAnchor {
  readonly realMs: number
  readonly simMs: InstantMs
  readonly speed: number
}

/** setTimeout's limit: longer waits are taken in several steps. */
const maxTimerMs = 2 ** 31 - 1

/** The real clock times a factor. All processes of a live world share one anchor, so they agree on simulated time. */
export class SystemClock implements Clock {
  readonly #anchor: ClockAnchor

  constructor(anchor: ClockAnchor = { realMs: 0, simMs: 0, speed: 1 }) {
    this.#anchor = anchor
  }

  get speed(): number {
    return this.#anchor.speed
  }

  now(): InstantMs {
    const { realMs, simMs, speed } = this.#anchor
    return simMs + (realNow() - realMs) * speed
  }

  sleep(durationMs: number, options: WaitOptions = {}): Promise<void> {
    return this.sleepUntil(this.now() + durationMs, options)
  }

  async sleepUntil(at: InstantMs, { signal }: WaitOptions = {}): Promise<void> {
    for (;;) {
      if (signal?.aborted) throw cancelled(signal)
      const realWaitMs = (at - this.now()) / this.#anchor.speed
      if (realWaitMs <= 0) return
      await timer(Math.min(Math.ceil(realWaitMs), maxTimerMs), signal)
    }
  }
}

/** Wall-clock milliseconds with sub-millisecond fractions. */
export function realNow(): number {
  return performance.timeOrigin + performance.now()
}

function timer(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(handle)
      reject(cancelled(signal))
    }
    const handle = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, delayMs)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

function cancelled(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error && reason.name !== 'AbortError' ? reason : new CancelledError('the wait was cancelled')
}
