import { ConflictError, UnavailableError } from '#kernel/errors/domain-error.ts'

interface Running {
  readonly abort: AbortController
  readonly done: Promise<unknown>
}

/** The calls that work on a thing now: one at a time for each key, and all of them can be ended. */
export class InFlight {
  readonly #running = new Map<string, Running>()
  #stopped = false

  /**
   * Runs `work` as the only one of its key. Its signal aborts with the caller's, with `cancel` and with `stop`.
   * @throws ConflictError when one runs already; UnavailableError after `stop`
   */
  async run<T>(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#stopped) throw new UnavailableError('the site is stopping')
    if (this.#running.has(key)) throw new ConflictError(`another operation on ${key} is in progress`, { key })
    const abort = new AbortController()
    const signals = signal ? [signal, abort.signal] : [abort.signal]
    const done = work(AbortSignal.any(signals))
    this.#running.set(key, { abort, done })
    try {
      return await done
    } finally {
      this.#running.delete(key)
    }
  }

  /** Ends what runs under a key and waits until it has cleaned up after itself. */
  async cancel(key: string): Promise<void> {
    const running = this.#running.get(key)
    if (!running) return
    running.abort.abort()
    await running.done.catch(() => {})
  }

  /** Takes no more work, ends all and waits for it. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([...this.#running.keys()].map((key) => this.cancel(key)))
  }
}
