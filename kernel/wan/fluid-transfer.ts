import { CancelledError, DomainError, OutOfRangeError } from '#kernel/errors/domain-error.ts'
import type { WaitOptions } from '#kernel/time/clock.ts'
import type { Passage } from './passage.ts'
import type { TrafficRow } from './traffic-ledger.ts'
import type { Transfer, TransferResult } from './wan.ts'

/** What a transfer asks of the WAN that carries it. */
export interface Carrier {
  /** Lets what is due by now happen. */
  catchUp(): void
  setMark(transfer: FluidTransfer, bytes: number): void
  progressBytes(transfer: FluidTransfer): number
  cancel(transfer: FluidTransfer): void
}

interface Waiter {
  /** Infinity waits for the end. */
  readonly bytes: number
  readonly resolve: () => void
  readonly reject: (reason: Error) => void
}

/** A passage of the model with promises around it. */
export class FluidTransfer implements Transfer {
  readonly passage: Passage
  readonly row: TrafficRow
  /** How many messages its end counts as: 1 or 0. */
  readonly messages: number
  readonly #carrier: Carrier
  readonly #waiters = new Set<Waiter>()

  constructor(carrier: Carrier, passage: Passage, row: TrafficRow, messages: number) {
    this.#carrier = carrier
    this.passage = passage
    this.row = row
    this.messages = messages
  }

  async arrived(bytes: number, options?: WaitOptions): Promise<void> {
    if (!(bytes >= 0 && bytes <= this.passage.bytes)) {
      throw new OutOfRangeError(`a transfer of ${this.passage.bytes} bytes has no byte ${bytes}`)
    }
    await this.#wait(bytes, options)
  }

  async finished(options?: WaitOptions): Promise<TransferResult> {
    await this.#wait(Number.POSITIVE_INFINITY, options)
    const { bytes, startedMs, endedMs } = this.passage
    return { bytes, startedMs, endedMs: endedMs! }
  }

  cancel(): void {
    this.#carrier.catchUp()
    if (!this.hasEnded) this.#carrier.cancel(this)
  }

  progressBytes(): number {
    this.#carrier.catchUp()
    return this.#carrier.progressBytes(this)
  }

  get hasEnded(): boolean {
    return this.passage.endedMs !== undefined
  }

  /** Lets go of those who wait for no more than what has arrived, in the order of the bytes. */
  release(): void {
    const limit = this.#reachedBytes()
    for (const waiter of [...this.#waiters].sort((a, b) => a.bytes - b.bytes)) {
      if (waiter.bytes <= limit) waiter.resolve()
      else if (this.hasEnded) waiter.reject(cancelled())
      else continue
      this.#waiters.delete(waiter)
    }
    if (!this.hasEnded) this.#mark()
  }

  async #wait(bytes: number, { signal }: WaitOptions = {}): Promise<void> {
    if (signal?.aborted) throw abortedError(signal)
    this.#carrier.catchUp()
    if (this.#reachedBytes() >= bytes) return
    if (this.hasEnded) throw cancelled()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiter: Waiter = { bytes, resolve, reject }
    this.#waiters.add(waiter)
    this.#mark()
    const onAbort = () => {
      this.#waiters.delete(waiter)
      reject(abortedError(signal!))
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      await promise
    } finally {
      signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Infinity once the last leg is over, as that is what waiters for the end wait for. */
  #reachedBytes(): number {
    const isComplete = this.hasEnded && this.passage.leg === undefined
    return isComplete ? Number.POSITIVE_INFINITY : this.#carrier.progressBytes(this)
  }

  #mark(): void {
    let next = Number.POSITIVE_INFINITY
    for (const { bytes } of this.#waiters) next = Math.min(next, bytes)
    if (next !== this.passage.markBytes) this.#carrier.setMark(this, next)
  }
}

function cancelled(): Error {
  return new CancelledError('the transfer was cancelled')
}

/** The reason if it is one of ours, such as a deadline; else CancelledError. */
export function abortedError(signal: AbortSignal): Error {
  return signal.reason instanceof DomainError ? signal.reason : new CancelledError('the wait was cancelled')
}
