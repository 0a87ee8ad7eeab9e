import { CancelledError, ConflictError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { hasWatchers } from './engine/refusals.ts'
import type { ImageState } from './engine/state.ts'
import type { Watcher } from './port/image-clients.ts'
import type { RbdImageSpec } from './rbd.ts'

/** `osd_client_watch_timeout`: how long a client that died is still a watcher. */
export const watchTimeoutMs = 30_000
/** The first numbers went to the daemons and tools that made the cluster. */
const firstClient = 4096
const exclusiveLock = 'exclusive-lock'

/** One open handle of an image. */
export class ImageClient implements Watcher {
  readonly address: string
  readonly client: number
  readonly cookie: number
  /** Who opened it: a guest by the name given to `attach`, or nobody in particular. */
  readonly owner: string | undefined
  /** Gives the lock to nobody who asks for it. */
  readonly keepsLock: boolean
  readonly over: Promise<void>
  /** Set when it died; a watcher until then. */
  goneAtMs: number | undefined
  readonly #end: () => void

  constructor(who: Watcher & { owner: string | undefined; keepsLock: boolean }) {
    this.address = who.address
    this.client = who.client
    this.cookie = who.cookie
    this.owner = who.owner
    this.keepsLock = who.keepsLock
    const { promise, resolve } = Promise.withResolvers<void>()
    this.over = promise
    this.#end = resolve
  }

  /** What people call it. */
  get name(): string {
    return this.owner ?? `client.${this.client}`
  }

  end(): void {
    this.#end()
  }
}

/** What the clients need of their cluster. */
export interface ImageClientsDeps {
  readonly clock: Clock
  readonly random: Random
  isBlocked(address: string): boolean
  /** Puts an address on the block list for an hour; durable when it resolves. */
  block(address: string): Promise<unknown>
}

/**
 * Who has which image open, and who of them holds the managed exclusive lock. A handle is a watcher; the lock is taken
 * by the first write, handed over to who asks for it, and broken when its holder is no watcher any more, which puts the
 * holder's address on the block list. Not durable: a cluster that restarts has no clients.
 *
 * @see golden/rbd 10 and 11; ceph/ceph src/librbd/ManagedLock.h, src/librbd/exclusive_lock/
 */
export class ImageClients {
  readonly #deps: ImageClientsDeps
  /** By image id, then by address, in the order in which they came. */
  readonly #clients = new Map<string, Map<string, ImageClient>>()
  /** Holders by image id; a holder may be gone already. */
  readonly #holders = new Map<string, ImageClient>()
  /** Those who wait for the lock, by image id. */
  readonly #waiting = new Map<string, Set<() => void>>()
  #nextClient = firstClient

  constructor(deps: ImageClientsDeps) {
    this.#deps = deps
  }

  /** A client instance of its own, that has nothing open. */
  newIdentity(): Watcher {
    const { random } = this.#deps
    this.#nextClient += 1 + random.integer(6)
    return {
      address: `127.0.0.1:0/${random.integer(2 ** 32)}`,
      client: this.#nextClient,
      cookie: 139_600_000_000_000 + random.integer(2 ** 32) * 96,
    }
  }

  open(image: ImageState, { owner, keepsLock = false }: { owner?: string; keepsLock?: boolean } = {}): ImageClient {
    const client = new ImageClient({ ...this.newIdentity(), owner, keepsLock })
    const clients = this.#clients.get(image.id) ?? new Map<string, ImageClient>()
    this.#clients.set(image.id, clients.set(client.address, client))
    return client
  }

  /** Closes a handle and gives its lock back. What died stays a watcher. */
  close(image: { id: string }, client: ImageClient): void {
    if (client.goneAtMs !== undefined) return
    this.#forget(image.id, client)
    if (this.#holders.get(image.id) === client) this.#holders.delete(image.id)
    this.#changed(image.id)
  }

  /** The client is there no more and could not close. */
  die(image: { id: string }, client: ImageClient): void {
    if (this.#clients.get(image.id)?.get(client.address) !== client || client.goneAtMs !== undefined) return
    client.goneAtMs = this.#deps.clock.now() + watchTimeoutMs
    client.end()
    this.#changed(image.id)
  }

  /** The image was removed, and every handle of it is void. */
  removed(image: { id: string }): void {
    for (const client of this.watchers(image.id)) client.end()
    this.#clients.delete(image.id)
    this.#holders.delete(image.id)
    this.#changed(image.id)
  }

  /** The cluster serves an address no more: its watches are cut at once, its locks wait to be broken. */
  blocked(address: string): void {
    for (const [id, clients] of this.#clients) {
      const client = clients.get(address)
      if (!client) continue
      this.#forget(id, client)
      this.#changed(id)
    }
  }

  /** A lock that was set by hand has gone. */
  manualLocksChanged(image: { id: string }): void {
    this.#changed(image.id)
  }

  watchers(imageId: string): readonly ImageClient[] {
    const clients = this.#clients.get(imageId)
    if (!clients) return []
    const now = this.#deps.clock.now()
    for (const client of clients.values()) {
      if (client.goneAtMs !== undefined && client.goneAtMs <= now) clients.delete(client.address)
    }
    if (clients.size === 0) this.#clients.delete(imageId)
    return [...clients.values()]
  }

  find(imageId: string, address: string): ImageClient | undefined {
    return this.watchers(imageId).find((client) => client.address === address)
  }

  /** A client that has the image open. @throws UnavailableError (ESHUTDOWN) */
  held(image: ImageState, address: string): ImageClient {
    const client = this.find(image.id, address)
    if (client) return client
    throw servedNoMore(address)
  }

  /** The guest that has the image open, by the name given to `attach`. */
  ownerOf(imageId: string): ImageClient | undefined {
    return this.watchers(imageId).find(({ owner }) => owner !== undefined)
  }

  /** Who holds the managed lock; may have died. */
  holderOf(imageId: string): ImageClient | undefined {
    return this.#holders.get(imageId)
  }

  /**
   * Makes `client` the holder of the managed lock, before it writes. Waits for ever while there is a lock that was set
   * by hand, and for a dead holder's watch to end. Undefined when that took no time.
   *
   * @throws ConflictError (EROFS) when another client keeps the lock; UnavailableError (ESHUTDOWN) when block-listed;
   * CancelledError with the signal: the client then counts as killed, as librbd lets nobody out of this wait
   */
  acquire(image: ImageState, client: ImageClient, signal?: AbortSignal): Promise<void> | undefined {
    const holder = this.#holders.get(image.id)
    if (client.goneAtMs === undefined) {
      if (holder === client || !image.features.includes(exclusiveLock)) return undefined
      if (!image.locks && (!holder || this.#yields(image.id, holder)) && this.#has(image.id, client)) {
        this.#holders.set(image.id, client)
        return undefined
      }
    }
    return this.#acquire(image, client, signal)
  }

  /** The lock if that needs no waiting. @returns whether it is held now */
  tryAcquire(image: ImageState, client: ImageClient): boolean {
    if (!image.features.includes(exclusiveLock)) return false
    const holder = this.#holders.get(image.id)
    if (image.locks || (holder && holder !== client && !this.#yields(image.id, holder))) return false
    this.#holders.set(image.id, client)
    return true
  }

  /**
   * Waits until a change of an image's header can be made: by the lock's owner on request, which keeps the lock, or by
   * ourselves. @param alone - the owner does not do it for others (a rollback)
   * @throws ConflictError (EROFS) under a lock that was set by hand
   */
  async changeable(
    image: ImageState,
    { alone = false, signal }: { alone?: boolean; signal?: AbortSignal | undefined } = {},
  ) {
    if (!image.features.includes(exclusiveLock)) return
    for (;;) {
      if (image.locks) throw readOnly(image, 'a lock that was set by hand')
      const holder = this.#holders.get(image.id)
      if (!holder) return
      if (this.#isAlive(image.id, holder)) {
        if (alone) throw readOnly(image, holder.name)
        return
      }
      await this.#outlive(image, holder, signal)
    }
  }

  /**
   * Runs `work`, which removes the image or puts it in the trash, with its lock held. Asking for the lock takes it from a
   * guest, also when the work fails after that.
   *
   * @param work - given what finds others who watch, and is called once everything else has been found in order
   * @throws ConflictError (EBUSY, `has_watchers`), also when the lock's holder keeps it
   */
  async takingAway<T>(
    image: ImageState,
    spec: RbdImageSpec,
    work: (assertUnwatched: () => void) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const client = this.open(image)
    const others = () => this.watchers(image.id).filter((other) => other !== client)
    const assertUnwatched = () => {
      const watchers = others().map(({ name }) => name)
      if (watchers.length > 0) throw hasWatchers(spec, watchers)
    }
    try {
      const waiting = this.acquire(image, client, signal)
      if (waiting)
        await waiting.catch((thrown) =>
          Promise.reject(isKept(thrown) ? hasWatchers(spec, [thrown.details.owner]) : thrown),
        )
      return await work(assertUnwatched)
    } finally {
      this.close(image, client)
    }
  }

  /** Takes the managed lock from its holder, whose address is block-listed. */
  async breakLock(image: { id: string }, holder: ImageClient): Promise<void> {
    if (this.#holders.get(image.id) === holder) this.#holders.delete(image.id)
    await this.#deps.block(holder.address)
    this.#changed(image.id)
  }

  async #acquire(image: ImageState, client: ImageClient, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      if (!this.#has(image.id, client)) {
        throw servedNoMore(client.name)
      }
      const holder = this.#holders.get(image.id)
      if (holder === client) return
      try {
        if (image.locks) await this.#change(image.id, Number.POSITIVE_INFINITY, signal)
        else if (!holder || this.#yields(image.id, holder)) {
          this.#holders.set(image.id, client)
          return
        } else if (this.#isAlive(image.id, holder)) throw readOnly(image, holder.name)
        else await this.#outlive(image, holder, signal)
      } catch (thrown) {
        if (signal?.aborted) this.die(image, client)
        throw thrown
      }
    }
  }

  /** Waits for a dead holder's watch to end, then breaks its lock. */
  async #outlive(image: ImageState, holder: ImageClient, signal: AbortSignal | undefined): Promise<void> {
    const watch = this.find(image.id, holder.address)
    if (watch) await this.#change(image.id, watch.goneAtMs ?? this.#deps.clock.now(), signal)
    else await this.breakLock(image, holder)
  }

  async #change(imageId: string, untilMs: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw new CancelledError('the wait for a lock was cancelled')
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiting = this.#waiting.get(imageId) ?? new Set()
    this.#waiting.set(imageId, waiting.add(resolve))
    const ended = new AbortController()
    const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal
    try {
      await Promise.race([promise, this.#deps.clock.sleepUntil(untilMs, { signal: either })])
    } finally {
      ended.abort()
      waiting.delete(resolve)
      if (waiting.size === 0 && this.#waiting.get(imageId) === waiting) this.#waiting.delete(imageId)
    }
  }

  #changed(imageId: string): void {
    for (const wake of this.#waiting.get(imageId) ?? []) wake()
  }

  #forget(imageId: string, client: ImageClient): void {
    const clients = this.#clients.get(imageId)
    if (clients?.get(client.address) === client) clients.delete(client.address)
    if (clients?.size === 0) this.#clients.delete(imageId)
    client.end()
  }

  #has(imageId: string, client: ImageClient): boolean {
    return client.goneAtMs === undefined && this.#clients.get(imageId)?.get(client.address) === client
  }

  #isAlive(imageId: string, client: ImageClient): boolean {
    return this.#has(imageId, client) && !this.#deps.isBlocked(client.address)
  }

  /** Answers a request for the lock by giving it away. */
  #yields(imageId: string, holder: ImageClient): boolean {
    return this.#isAlive(imageId, holder) && !holder.keepsLock
  }
}

function readOnly(image: ImageState, owner: string): ConflictError {
  return new ConflictError(`image ${image.pool.name}/${image.name} is locked by ${owner}`, {
    errno: 'EROFS',
    reason: 'locked',
    owner,
    pool: image.pool.name,
    image: image.name,
  })
}

function servedNoMore(name: string): UnavailableError {
  return new UnavailableError(`the cluster serves ${name} no more`, { errno: 'ESHUTDOWN', reason: 'blocklisted' })
}

function isKept(thrown: unknown): thrown is ConflictError & { details: { owner: string } } {
  return thrown instanceof ConflictError && thrown.details.errno === 'EROFS'
}
