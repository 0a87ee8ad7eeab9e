/** A moment of simulated time: milliseconds since the Unix epoch, with fractions. */
export type InstantMs = number

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined
}

/**
 * The only source of time. Everything that waits or asks the hour is given one; what `now` means (real, scaled or
 * virtual) is the adapter's affair.
 */
export interface Clock {
  now(): InstantMs
  /** Resolves when `now() >= at`; at once if that is past, never at infinity. @throws CancelledError if the signal aborts first */
  sleepUntil(at: InstantMs, options?: WaitOptions): Promise<void>
  /** @throws CancelledError if the signal aborts first */
  sleep(durationMs: number, options?: WaitOptions): Promise<void>
}
