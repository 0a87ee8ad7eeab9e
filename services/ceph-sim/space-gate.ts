import { DomainError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { ClusterState, PoolState } from './engine/state.ts'
import { isOverQuota, noSpace, quotaExceeded, rawUsage } from './engine/status/capacity.ts'

/** How late statistics reach the monitors, which close a pool only then. */
const statisticsLagMs = 5000
/** How often one who waits looks again, beside whenever something changes. */
const lookAgainMs = 1000

/**
 * Who may write when space runs out, and where those wait who may not. Under the policy `wait` a full pool or cluster
 * stops everything that writes to it until there is room or the quota is lifted; nobody holds a lock meanwhile. Under
 * `fail` the engine's plans refuse by themselves, and nobody waits here.
 */
export class SpaceGate {
  readonly #clock: Clock
  readonly #state: ClusterState
  /** When a pool was first seen past its quota, by id. */
  readonly #overSinceMs = new Map<number, number>()
  readonly #waiting = new Set<() => void>()

  constructor(clock: Clock, state: ClusterState) {
    this.#clock = clock
    this.#state = state
  }

  get waits(): boolean {
    return this.#state.capacity.fullPolicy === 'wait'
  }

  /** Whether a pool is closed by its quota, as the monitors see it. */
  isQuotaFull(pool: PoolState): boolean {
    if (!isOverQuota(pool)) {
      this.#overSinceMs.delete(pool.id)
      return false
    }
    if (!this.waits) return true
    const now = this.#clock.now()
    const since = this.#overSinceMs.get(pool.id) ?? now
    this.#overSinceMs.set(pool.id, since)
    return now - since >= statisticsLagMs
  }

  /** A pool was written to, or has another quota. */
  observe(pool: PoolState): void {
    if (pool.quotaMaxBytes > 0 || pool.quotaMaxObjects > 0) this.isQuotaFull(pool)
  }

  /** @throws QuotaExceededError (EDQUOT), NoSpaceError (ENOSPC): for `pass` to wait on */
  assertOpen(pool: PoolState): void {
    if (!this.waits) return
    if ((pool.quotaMaxBytes > 0 || pool.quotaMaxObjects > 0) && this.isQuotaFull(pool)) throw quotaExceeded(pool)
    if (rawUsage(this.#state).fullness === 'full') throw noSpace(pool, 0)
  }

  /**
   * Does what may need room, and again whenever there might be some.
   *
   * @param act - does nothing at all where it fails for want of room
   * @throws CancelledError if the signal aborts while it waits
   */
  async pass<T>(act: () => T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    for (;;) {
      try {
        return await act()
      } catch (thrown) {
        if (!this.waits || !isWantOfSpace(thrown)) throw thrown
      }
      await this.change(signal)
    }
  }

  /** Something may have made room. */
  wake(): void {
    for (const wake of this.#waiting) wake()
  }

  /** Resolves when there might be room. @throws CancelledError if the signal aborts first */
  async change(signal: AbortSignal | undefined): Promise<void> {
    const either = new AbortController()
    const wake = () => either.abort()
    this.#waiting.add(wake)
    try {
      const signals = signal ? [either.signal, signal] : [either.signal]
      await this.#clock.sleep(lookAgainMs, { signal: AbortSignal.any(signals) })
    } catch (thrown) {
      if (signal?.aborted || !either.signal.aborted) throw thrown
    } finally {
      this.#waiting.delete(wake)
    }
  }
}

export function isWantOfSpace(thrown: unknown): boolean {
  return (
    thrown instanceof DomainError &&
    (thrown.details.reason === 'cluster_full' || thrown.details.reason === 'pool_full') &&
    (thrown.code === 'no_space' || thrown.code === 'quota_exceeded')
  )
}
