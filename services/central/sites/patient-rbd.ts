import type { Content, Rbd, RbdImageSpec, RbdSpec, ReadOptions } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { decorateRbd, type RbdCall } from '#ceph-sim/rbd-decorator.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import type { Clock, InstantMs, WaitOptions } from '#kernel/time/clock.ts'

/** A site whose process may go away and come back. */
export interface Comeback {
  readonly clock: Clock
  /** The cluster as it is reached now. */
  current(): Rbd
  /** Resolves when the site registers the next time. */
  registered(): Promise<void>
  /** When to try again though it has not registered: a site may be back before the connection to it is. */
  readonly tryAgainMs: number
}

/**
 * The cluster of a site as librbd shows it: while it cannot be reached, calls do not fail but wait until it is back
 * (`rados_connect_timeout` -1, requirements W07). A call that had been carried out when the site went away, but was not
 * answered, is not refused for that when it is made again.
 */
export function patientRbd(site: Comeback): Rbd {
  return decorateRbd(() => site.current(), {
    // A stream of pieces cannot be sent twice; a chunk that is held in memory can.
    call: (call) =>
      call.method === 'write' && !Array.isArray(call.parameters[1]) ? call.proceed() : patiently(site, call),
    read: (image, options) => patientRead(site, image, options),
  })
}

/** What a call is refused with when it has been carried out before. */
const refusedAsDone: Partial<Record<keyof Rbd, string>> = {
  createImage: 'EEXIST',
  removeImage: 'ENOENT',
  createSnapshot: 'EEXIST',
  removeSnapshot: 'ENOENT',
  protectSnapshot: 'EBUSY',
  unprotectSnapshot: 'EINVAL',
}

async function patiently<T>(site: Comeback, call: RbdCall<T>): Promise<T> {
  const { method, parameters, proceed, signal } = call
  const startedMs = site.clock.now()
  for (let again = false; ; again = true) {
    const back = site.registered()
    try {
      return await proceed()
    } catch (error) {
      if (again && isRefusal(method, error)) {
        const ours = method !== 'createImage' || (await madeSince(site, parameters[0] as RbdImageSpec, startedMs))
        // These calls answer nothing.
        if (ours) return undefined as T
      }
      if (!isUnavailable(error)) throw error
      await soon(site, back, signal)
    }
  }
}

/** Whether an image was made by the call that began then: an older one is somebody's leftover (O19). */
async function madeSince(site: Comeback, image: RbdImageSpec, startedMs: InstantMs): Promise<boolean> {
  const { createdMs } = await patientRbd(site).info(image)
  return createdMs >= startedMs
}

async function* patientRead(
  site: Comeback,
  image: RbdSpec,
  options: ReadOptions & WaitOptions,
): AsyncGenerator<Content> {
  let offset = options.offset ?? 0
  const end = options.lengthBytes === undefined ? undefined : offset + options.lengthBytes
  for (;;) {
    const back = site.registered()
    try {
      const rest = end === undefined ? {} : { lengthBytes: end - offset }
      for await (const piece of site.current().read(image, { ...options, offset, ...rest })) {
        yield piece
        offset = piece.offset + contentLength(piece)
      }
      return
    } catch (error) {
      if (!isUnavailable(error)) throw error
      await soon(site, back, options.signal)
    }
  }
}

async function soon(site: Comeback, registered: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  const enough = new AbortController()
  const moment = site.clock.sleep(site.tryAgainMs, { signal: enough.signal })
  moment.catch(() => {})
  try {
    await abortable(Promise.race([registered, moment]), signal)
  } finally {
    enough.abort()
  }
}

function isRefusal(method: keyof Rbd, error: unknown): boolean {
  return (
    error instanceof DomainError && error.details.errno !== undefined && error.details.errno === refusedAsDone[method]
  )
}

function isUnavailable(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'unavailable'
}

/** Waits for a promise, or for the signal. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', onAbort))
}
