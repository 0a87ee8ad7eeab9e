import { throwIfAborted } from '#openstack/drivers/piece-reader.ts'

interface Shared<T> {
  readonly result: Promise<T>
  readonly abort: AbortController
  waiters: number
}

/**
 * Work that several callers want at the same time and that is done once. It goes on as long as one of them waits, and
 * ends when the last has given up.
 */
export class SharedWork<T> {
  readonly #running = new Map<string, Shared<T>>()

  async run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    throwIfAborted(signal)
    const shared = this.#running.get(key) ?? this.#begin(key, work)
    shared.waiters++
    let leave = () => {}
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        try {
          throwIfAborted(signal)
        } catch (error) {
          reject(error)
        }
      }
      signal?.addEventListener('abort', leave, { once: true })
    })
    try {
      return await Promise.race([shared.result, left])
    } finally {
      signal?.removeEventListener('abort', leave)
      if (--shared.waiters === 0) {
        if (this.#running.get(key) === shared) this.#running.delete(key)
        shared.abort.abort()
        // The last one to leave waits for the work to clean up, so that nothing of it is left when its call fails.
        await shared.result.catch(() => {})
      }
    }
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const abort = new AbortController()
    const result = work(abort.signal).finally(() => {
      if (this.#running.get(key) === shared) this.#running.delete(key)
    })
    result.catch(() => {})
    const shared: Shared<T> = { result, abort, waiters: 0 }
    this.#running.set(key, shared)
    return shared
  }
}
