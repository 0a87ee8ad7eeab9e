import { asDomainError, CancelledError, InternalError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Identity } from './auth/identity.ts'
import { apply } from './engine/apply.ts'
import type { Change, PoolRemoved } from './engine/changes.ts'
import { dataEndBytes, dumpState, loadRecord, type StateRecord } from './engine/checkpoint.ts'
import { planMerge } from './engine/content/plan-merge.ts'
import { sealedLayers } from './engine/content/sealed-layers.ts'
import { blockExpireMs, planBlock } from './engine/images/plan-client-access.ts'
import { findImage, findPool } from './engine/lookup.ts'
import { planOsdCount } from './engine/osds/plan-osd-count.ts'
import type { SnapshotIds } from './engine/roles/image-roles.ts'
import { childlessSnapshots } from './engine/snapshots/children.ts'
import { planFreeing } from './engine/snapshots/plan-snapshots.ts'
import { allImages, type ClusterState, emptyState, type ImageState, type PoolState, specOf } from './engine/state.ts'
import type { CapacitySettings } from './engine/status/capacity.ts'
import { upgradeState } from './engine/upgrade.ts'
import { ImageClients } from './image-clients.ts'
import { ImageLocks } from './image-locks.ts'
import type { RbdImageSpec } from './rbd.ts'
import { SpaceGate } from './space-gate.ts'
import { emptyReport, type ObjectStore, type RecoveryReport, type StateKeeper } from './store/object-store.ts'

const copyBytes = 2 ** 20
const shortestImageId = 9
/** A lock beside those of the images, which are hexadecimal. */
const clusterLock = 'cluster'

/**
 * A cluster at work: engine state and store, kept in step. Every change goes through `record`, which writes it to the
 * journal and applies it in one turn of the event loop, so that plans are never stale.
 */
export class ClusterRuntime implements StateKeeper {
  readonly name: string
  readonly fsid: string
  readonly clock: Clock
  readonly state: ClusterState
  readonly store: ObjectStore
  readonly locks = new ImageLocks()
  /** Who has which image open. Not durable. */
  readonly clients: ImageClients
  /** Raw bytes promised to writes under way. */
  reservedBytes = 0
  recovery: RecoveryReport = emptyReport
  readonly gate: SpaceGate
  /** What clients read and wrote since the start. */
  readonly poolIo = new Map<PoolState, { reads: number; readBytes: number; writes: number; writtenBytes: number }>()
  startedMs = 0
  readonly #random: Random
  readonly #initialChanges: () => readonly Change[]
  #phase: 'new' | 'running' | 'stopped' = 'new'
  #compacting: Promise<void> | undefined
  /** Snapshots that waited in the trash name space for their last clone, which has gone. */
  #childless: SnapshotIds[] = []

  constructor(deps: {
    name: string
    fsid: string
    clock: Clock
    random: Random
    store: ObjectStore
    capacity: CapacitySettings
    conf: Readonly<Record<string, string>>
    initialChanges: () => readonly Change[]
  }) {
    this.name = deps.name
    this.fsid = deps.fsid
    this.clock = deps.clock
    this.store = deps.store
    this.state = emptyState(deps.capacity, deps.conf)
    this.gate = new SpaceGate(deps.clock, this.state)
    this.#random = deps.random
    this.clients = new ImageClients({
      clock: deps.clock,
      random: deps.random.stream('clients'),
      isBlocked: (address) => (this.state.settings.blocklist[address] ?? 0) > this.clock.now(),
      block: (address) => this.block(address),
    })
    this.#initialChanges = deps.initialChanges
  }

  async start(): Promise<void> {
    if (this.#phase !== 'new') throw new InternalError(`cluster ${this.name} was started before`)
    this.recovery = await this.store.open(this)
    this.startedMs = this.clock.now()
    this.#phase = 'running'
    await this.#fitOsds()
    this.#childless.push(...childlessSnapshots(this.state))
    await this.#freeChildless()
  }

  /** Osds are as many and as large as the cluster was started with, which may be others than the last time. */
  async #fitOsds(): Promise<void> {
    for (let change = this.#osdChange(); change; change = this.#osdChange()) {
      this.record(change)
      await this.store.sync()
    }
  }

  #osdChange(): Change | undefined {
    return planOsdCount(this.state, this.startedMs)
  }

  /** Refuses what comes from now on, waits for what is under way, and makes everything durable. */
  async stop(): Promise<void> {
    const wasRunning = this.#phase === 'running'
    this.#phase = 'stopped'
    if (!wasRunning) return
    await this.#compacting?.catch(() => {})
    await this.locks.alone(() => this.store.close())
  }

  get isRunning(): boolean {
    return this.#phase === 'running'
  }

  /** @throws UnavailableError unless started and not stopped; CancelledError if the caller has given up */
  assertRunning(signal?: AbortSignal): void {
    if (signal?.aborted) throw new CancelledError('the call was cancelled')
    if (this.#phase !== 'running') {
      throw new UnavailableError(`cluster ${this.name} is not running`, { errno: 'ESHUTDOWN', cluster: this.name })
    }
  }

  /** As librbd makes one: the number of the client that creates the image, and 32 bits of chance, in hexadecimal. */
  newImageId(): string {
    for (;;) {
      const id = this.clients.newIdentity().client.toString(16) + this.#random.integer(2 ** 32).toString(16)
      if (id.length >= shortestImageId && !this.state.images.has(id)) return id
    }
  }

  newUuid(): string {
    return this.#random.uuid()
  }

  get identities(): ReadonlyMap<string, Identity> {
    return this.state.identities
  }

  /** Journal and state, in one turn. Returns the layers that are no longer needed. */
  record(change: Change): readonly number[] {
    this.store.append(change)
    const { goneLayers, childless = [] } = apply(this.state, change)
    this.#childless.push(...childless)
    this.gate.wake()
    return goneLayers
  }

  /**
   * Makes a change that is no single image's, or that nothing under way on an image can disturb: new images, names,
   * pools, identities. Durable when it resolves.
   *
   * @param plan - called when the change may be recorded; must not wait
   */
  async changeCluster(plan: () => Change | undefined): Promise<void> {
    await this.locks.exclusive(clusterLock, () => {
      this.assertRunning()
      const change = plan()
      if (change) this.record(change)
    })
    await this.store.sync()
  }

  /** Removes a pool when nothing is under way on any of its images. */
  async removePool(name: string, plan: () => PoolRemoved): Promise<void> {
    const held: string[] = []
    try {
      plan()
      const images = [...allImages(findPool(this.state, name))].map(({ id }) => id).sort()
      for (const id of images) {
        await this.locks.acquire(id)
        held.push(id)
      }
      await this.locks.exclusive(clusterLock, () => {
        this.assertRunning()
        return this.commit(plan())
      })
    } finally {
      for (const id of held) this.locks.release(id)
    }
  }

  /** Counts what clients do, for `ceph df`. */
  countIo(pool: PoolState, kind: 'read' | 'write', bytes: number): void {
    const counts = this.poolIo.get(pool) ?? { reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 }
    this.poolIo.set(pool, counts)
    if (kind === 'read') {
      counts.reads++
      counts.readBytes += bytes
    } else {
      counts.writes++
      counts.writtenBytes += bytes
    }
  }

  /**
   * Records a change, makes it survive a power failure, then gives back the room of what it freed. Call with the image's
   * lock held.
   */
  async commit(change: Change): Promise<void> {
    const sealed = sealedLayers(this.state, change)
    const gone = this.record(change)
    await this.store.sync()
    for (const layer of gone) this.store.removeLayer(layer)
    for (const layer of sealed) this.store.vouch(layer)
  }

  /**
   * Runs a change of one image alone, with all that was written to the image before on the disk.
   *
   * @param plan - called when nothing else can touch the image; must not wait
   * @param prepare - called before the image's bytes are synced
   * @param lock - how it stands to the managed lock, see `ImageClients.changeable`
   */
  async changeImage(
    spec: RbdImageSpec,
    plan: (image: ImageState) => Change | undefined,
    prepare: (image: ImageState) => void = () => {},
    lock: { alone?: boolean; signal?: AbortSignal | undefined } = {},
  ): Promise<void> {
    await this.clients.changeable(findImage(this.state, spec), lock)
    await this.withImage(spec, async (image) => {
      prepare(image)
      await this.store.syncImage(image.id)
      const change = plan(image)
      if (!change) return
      await this.commit(change)
      await this.#mergeLayers(image)
    })
    await this.compactIfWorthwhile()
  }

  /** Puts a client's address on the block list. */
  async block(address: string, forMs = blockExpireMs): Promise<number> {
    const atMs = this.clock.now()
    const untilMs = atMs + forMs
    await this.changeCluster(() => planBlock(this.state, { address, untilMs, atMs }).change)
    this.clients.blocked(address)
    return untilMs
  }

  /**
   * Removes an image as librbd does: takes its lock first, then finds what speaks against it.
   *
   * @param plan - called with nothing else touching the image; must not wait. `assertUnwatched` throws ConflictError
   * (EBUSY, `has_watchers`) where another client has it open, which is checked last
   */
  async removeImage(
    spec: RbdImageSpec,
    plan: (image: ImageState, assertUnwatched: () => void) => Change,
    signal?: AbortSignal,
  ): Promise<void> {
    const remove = (assertUnwatched: () => void) =>
      this.withImage(spec, async (image) => {
        await this.commit(plan(image, assertUnwatched))
        this.clients.removed(image)
      })
    await this.clients.takingAway(findImage(this.state, spec), spec, remove, signal)
  }

  /**
   * Changes several images at one instant: nothing else happens in the cluster meanwhile.
   *
   * @param plan - the images, and what to do with them; called when nothing else is under way; must not wait
   */
  async changeImages(plan: () => { images: readonly ImageState[]; change: Change }): Promise<void> {
    const images = await this.locks.alone(async () => {
      this.assertRunning()
      for (const image of plan().images) await this.store.syncImage(image.id)
      const { images: changed, change } = plan()
      await this.commit(change)
      return changed
    })
    for (const image of images) {
      if (this.state.images.get(image.id) === image) {
        await this.withImage({ ...specOf(image), id: image.id }, () => this.#mergeLayers(image))
      }
    }
    await this.#freeChildless()
    await this.compactIfWorthwhile()
  }

  /** Runs `work` alone among the changes of the image that has this name now. @throws NotFoundError (ENOENT) */
  async withImage<T>(spec: RbdImageSpec, work: (image: ImageState) => T | Promise<T>): Promise<T> {
    const result = await this.#alone(spec, work)
    if (this.#childless.length > 0) await this.#freeChildless()
    return result
  }

  /** Removes what only clones kept that are gone now. Parents of what goes may be next. */
  async #freeChildless(): Promise<void> {
    for (;;) {
      const next = this.#childless.shift()
      const image = next && this.state.images.get(next.image)
      if (!next) return
      if (!image) continue
      await this.#alone({ ...specOf(image), id: image.id }, async () => {
        const { change } = planFreeing(this.state, next)
        if (!change) return
        await this.commit(change)
        await this.#mergeLayers(image)
      }).catch((thrown: unknown) => {
        // It may have gone meanwhile, and its image with it.
        if (asDomainError(thrown).code !== 'not_found') throw thrown
      })
    }
  }

  async #alone<T>(spec: RbdImageSpec, work: (image: ImageState) => T | Promise<T>): Promise<T> {
    for (;;) {
      const image = findImage(this.state, spec)
      const waiting = this.locks.acquire(image.id)
      if (waiting) await waiting
      try {
        this.assertRunning()
        if (findImage(this.state, spec) === image) return await work(image)
      } finally {
        this.locks.release(image.id)
      }
    }
  }

  async compactIfWorthwhile(): Promise<void> {
    if (!this.isRunning || !this.store.wantsCompaction) return
    this.#compacting ??= this.locks
      .alone(() => this.store.compact(this))
      .finally(() => {
        this.#compacting = undefined
      })
    await this.#compacting
  }

  /** Folds layers that a removed snapshot left behind into their neighbours. */
  async #mergeLayers(image: ImageState): Promise<void> {
    for (;;) {
      const merge = this.state.images.get(image.id) === image ? planMerge(image) : undefined
      if (!merge) return
      const { from, into, copies, zeroFrom, change } = merge
      for (const { offset, lengthBytes } of copies) {
        const end = offset + lengthBytes
        for (let at = offset; at < end; at += copyBytes) {
          const bytes = Buffer.allocUnsafe(Math.min(copyBytes, end - at))
          await this.store.read(from.id, at, bytes)
          await this.store.write(into.id, at, bytes)
        }
      }
      if (zeroFrom !== undefined) this.store.writeSync(into.id, zeroFrom, Buffer.alloc(unitTail(zeroFrom)))
      await this.store.syncLayer(into.id)
      await this.commit(change)
      if (into !== image.head) this.store.vouch(into.id)
    }
  }

  initialize(): void {
    for (const change of this.#initialChanges()) apply(this.state, change)
  }

  load(record: StateRecord): void {
    loadRecord(this.state, record)
  }

  replay(change: Change): void {
    apply(this.state, change)
  }

  upgrade(): void {
    upgradeState(this.state)
  }

  dump(): Iterable<StateRecord> {
    return dumpState(this.state)
  }

  *layers(): Iterable<{ id: number; dataEndBytes: number }> {
    for (const layer of this.state.layers.all()) {
      const end = dataEndBytes(layer)
      if (end > 0) yield { id: layer.id, dataEndBytes: end }
    }
  }

  headLayer(image: string): number | undefined {
    return this.state.images.get(image)?.head.id
  }
}

/** Bytes from an offset to the end of its unit. */
function unitTail(offset: number): number {
  return Math.ceil(offset / 4096) * 4096 - offset
}
