import { UnavailableError } from '#kernel/errors/domain-error.ts'

/** Methods that answer with pieces, not with a promise. */
const streams: ReadonlySet<string | symbol> = new Set(['read', 'downloadImage'])

/**
 * A process's life: what is guarded by it stops working at its end, in the middle of whatever was going on.
 *
 * `silent` is how a dead process sees the world: what it called never answers, so it does nothing more, not even clean
 * up. `refusing` is how others see it: their calls fail at once, and those under way are broken off.
 */
export class Life {
  readonly #seenBy: 'silent' | 'refusing'
  readonly #end = Promise.withResolvers<never>()
  #over = false

  constructor(after: 'silent' | 'refusing') {
    this.#seenBy = after
    this.#end.promise.catch(() => {})
  }

  get over(): boolean {
    return this.#over
  }

  end(): void {
    this.#over = true
    if (this.#seenBy === 'refusing') this.#end.reject(new UnavailableError('connection refused: the process has died'))
  }

  guard<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, name) => {
        const member = Reflect.get(target, name, target) as unknown
        if (typeof member !== 'function') return member
        return (...parameters: unknown[]) => {
          const call = () => (member as (...all: unknown[]) => unknown).apply(target, parameters)
          if (this.#over) return streams.has(name) ? this.#never() : this.#end.promise
          return this.#guarded(call())
        }
      },
    })
  }

  // biome-ignore lint/correctness/useYield: it ends, or waits for ever, at its first piece
  async *#never(): AsyncGenerator<never> {
    await this.#end.promise
  }

  #guarded(answer: unknown): unknown {
    if (isIterable(answer)) return this.#stream(answer)
    return answer instanceof Promise ? this.#outcome(answer) : answer
  }

  /** Nothing of a call reaches the caller after the end, not even that it was done. */
  async #outcome(answer: Promise<unknown>): Promise<unknown> {
    const [outcome] = await Promise.race([Promise.allSettled([answer]), this.#end.promise])
    if (this.#over) return this.#end.promise
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  async *#stream(source: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    const iterator = source[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = (await this.#outcome(iterator.next())) as IteratorResult<unknown>
        if (next.done) return
        yield next.value
      }
    } finally {
      if (!this.#over) await iterator.return?.()
    }
  }
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
