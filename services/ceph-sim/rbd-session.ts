import type { ClusterRuntime } from './cluster-runtime.ts'
import { planClone, planCreate, planFlatten, planRemove, planRename, planResize } from './engine/images/plan-images.ts'
import { findImage } from './engine/lookup.ts'
import { planCreateReadyPool } from './engine/pools/plan-pools.ts'
import * as queries from './engine/queries.ts'
import { lockedBy } from './engine/refusals.ts'
import {
  planCreateSnapshot,
  planProtect,
  planRemoveSnapshot,
  planRollback,
  planUnprotect,
} from './engine/snapshots/plan-snapshots.ts'
import type { ImageState } from './engine/state.ts'
import type { ImageIo } from './image-io.ts'
import type * as port from './rbd.ts'
import type { SessionContext } from './sessions/session-context.ts'

type ImageSpec = port.RbdImageSpec
type SnapshotSpec = port.RbdSnapshotSpec
type Options = port.CallOptions

/** The port in process: one cephx identity's view of a cluster. Caps are checked at every call, as is the key. */
export class RbdSession implements port.Rbd {
  readonly #context: SessionContext
  readonly #runtime: ClusterRuntime
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    this.#context = context
    this.#runtime = context.runtime
    this.#io = io
  }

  async cluster(options?: Options): Promise<port.ClusterIdentity> {
    this.#context.mayAskMonitor('r', options)
    return { name: this.#runtime.name, fsid: this.#runtime.fsid }
  }

  async createPool(pool: string, options?: Options): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    await this.#runtime.changeCluster(() => planCreateReadyPool(this.#runtime.state, pool, this.#runtime.clock.now()))
  }

  async listPools(options?: Options): Promise<readonly port.PoolInfo[]> {
    this.#context.mayAskMonitor('r', options)
    return queries.poolInfos(this.#runtime.state)
  }

  async df(options?: Options): Promise<port.ClusterUsage> {
    this.#context.mayAskMonitor('r', options)
    return queries.clusterUsage(this.#runtime.state)
  }

  async createImage(spec: ImageSpec, options: port.CreateImageOptions & Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const settings = { ...options, ...this.#context.newImage() }
    await this.#runtime.changeCluster(() => planCreate(this.#runtime.state, spec, settings).change)
  }

  async listImages(pool: string, options?: port.NamespaceOptions & Options): Promise<readonly string[]> {
    this.#context.mayRead({ pool, namespace: options?.namespace }, options)
    return queries.imageNames(this.#runtime.state, pool, options?.namespace)
  }

  async listDetailed(pool: string, options?: port.NamespaceOptions & Options): Promise<readonly port.RbdListEntry[]> {
    const scope = { pool, namespace: options?.namespace }
    this.#context.mayRead(scope, options)
    return queries.listEntries(this.#runtime.state, scope, (image) =>
      image.locks?.shared
        ? 'shared'
        : image.locks || this.#runtime.clients.holderOf(image.id)
          ? 'exclusive'
          : undefined,
    )
  }

  async info(spec: port.RbdSpec, options?: Options): Promise<port.RbdImageInfo> {
    const readable = this.#context.readable(spec, options)
    return queries.imageInfo(this.#runtime.state, readable, this.#watchers(readable.image))
  }

  async removeImage(spec: ImageSpec, options?: Options): Promise<void> {
    const { pool, namespace } = spec
    this.#context.mayWrite({ pool, namespace }, options)
    await this.#runtime.removeImage(
      spec,
      (_image, assertUnwatched) => {
        const { change } = planRemove(this.#runtime.state, spec)
        assertUnwatched()
        return change
      },
      options?.signal,
    )
  }

  async renameImage(spec: ImageSpec, newName: string, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    await this.#runtime.changeCluster(() => planRename(this.#runtime.state, spec, newName).change)
  }

  async resize(spec: ImageSpec, options: { sizeBytes: number; allowShrink?: boolean } & Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { sizeBytes, allowShrink } = options
    const atMs = this.#runtime.clock.now()
    await this.#runtime.changeImage(
      spec,
      (image) => {
        const { change } = planResize(this.#runtime.state, spec, { sizeBytes, allowShrink, atMs })
        return sizeBytes === image.sizeBytes ? undefined : change
      },
      (image) => {
        if (sizeBytes > image.sizeBytes) this.#io.clearTail(image)
      },
    )
  }

  async createSnapshot(spec: SnapshotSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const atMs = this.#runtime.clock.now()
    await this.#runtime.changeImage(spec, () => planCreateSnapshot(this.#runtime.state, spec, atMs).change)
  }

  async listSnapshots(
    spec: ImageSpec,
    options?: { all?: boolean } & Options,
  ): Promise<readonly port.RbdSnapshotInfo[]> {
    this.#context.mayRead(spec, options)
    return queries.snapshotInfos(this.#runtime.state, findImage(this.#runtime.state, spec), { all: options?.all })
  }

  async removeSnapshot(spec: SnapshotSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const trashName = () => this.#runtime.newUuid()
    await this.#runtime.changeImage(spec, () => planRemoveSnapshot(this.#runtime.state, spec, trashName).change)
  }

  async protectSnapshot(spec: SnapshotSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    await this.#runtime.changeImage(spec, () => planProtect(this.#runtime.state, spec).change)
  }

  async unprotectSnapshot(spec: SnapshotSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    this.#context.mayListChildren(options)
    await this.#runtime.changeImage(spec, () => planUnprotect(this.#runtime.state, spec).change)
  }

  async rollback(spec: SnapshotSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const atMs = this.#runtime.clock.now()
    const plan = () => planRollback(this.#runtime.state, spec, atMs).change
    await this.#runtime.changeImage(spec, plan, undefined, { alone: true, signal: options?.signal })
  }

  async clone(
    parent: SnapshotSpec,
    child: ImageSpec,
    options: port.ImageLayout & { cloneFormat?: port.CloneFormat } & Options = {},
  ): Promise<void> {
    this.#context.mayRead(parent, options)
    this.#context.mayWrite(child, options)
    const settings = { ...options, ...this.#context.newImage() }
    await this.#runtime.changeCluster(() => planClone(this.#runtime.state, parent, child, settings).change)
  }

  async flatten(spec: ImageSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    await this.#runtime.changeImage(spec, () => planFlatten(this.#runtime.state, spec).change)
  }

  async children(spec: SnapshotSpec, options?: { descendants?: boolean } & Options): Promise<readonly ImageSpec[]> {
    this.#context.mayRead(spec, options)
    this.#context.mayListChildren(options)
    return queries.childSpecs(this.#runtime.state, spec, { descendants: options?.descendants })
  }

  async diskUsage(spec: ImageSpec, options?: Options): Promise<readonly port.RbdUsage[]> {
    this.#context.mayRead(spec, options)
    return queries.imageUsage(findImage(this.#runtime.state, spec))
  }

  async *read(spec: port.RbdSpec, options: port.ReadOptions & Options): AsyncGenerator<port.Content> {
    const readable = this.#context.readable(spec, options)
    await this.#io.touch(readable)
    yield* this.#io.read(readable, options)
  }

  async write(
    spec: ImageSpec,
    pieces: port.ContentSource,
    options?: port.WriteOptions & Options,
  ): Promise<port.WriteResult> {
    this.#context.mayWrite(spec, options)
    const { clients, gate, store } = this.#runtime
    const image = findImage(this.#runtime.state, spec)
    const client = options?.client === undefined ? clients.open(image) : clients.held(image, options.client)
    let writtenBytes = 0
    try {
      for await (const piece of pieces) {
        this.#context.enter(options)
        const waiting = clients.acquire(image, client, options?.signal)
        if (waiting) await waiting
        if (options?.freeZeros && piece.kind === 'zero')
          await gate.pass(() => this.#io.free(image, piece), options?.signal)
        else await this.#io.write(image, piece, options?.signal)
        if (store.wantsCompaction) await this.#runtime.compactIfWorthwhile()
        writtenBytes += piece.kind === 'data' ? piece.bytes.byteLength : piece.lengthBytes
      }
    } finally {
      if (options?.client === undefined) clients.close(image, client)
      if (this.#runtime.isRunning) store.commit()
    }
    return { writtenBytes }
  }

  async discard(spec: ImageSpec, range: port.ByteRange, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { clients, store } = this.#runtime
    const opened = findImage(this.#runtime.state, spec)
    const client = clients.open(opened)
    try {
      await clients.acquire(opened, client, options?.signal)
      await this.#runtime.withImage(spec, (image) => this.#io.discard(image, range))
    } finally {
      clients.close(opened, client)
    }
    store.commit()
  }

  async extents(spec: port.RbdSpec, options?: Options): Promise<readonly port.ByteRange[]> {
    return queries.storedExtents(this.#runtime.state, this.#context.readable(spec, options))
  }

  async flush(spec: ImageSpec, options?: Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    await this.#runtime.withImage(spec, (image) => this.#runtime.store.syncImage(image.id))
    await this.#runtime.store.sync()
  }

  async attach(spec: ImageSpec, options: { owner: string } & Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const image = findImage(this.#runtime.state, spec)
    const { clients } = this.#runtime
    const guest = clients.ownerOf(image.id)
    if (guest && guest.owner !== options.owner) throw lockedBy(spec, guest.name)
    if (!guest) clients.tryAcquire(image, clients.open(image, { owner: options.owner }))
  }

  async detach(spec: ImageSpec, options: { owner: string } & Options): Promise<void> {
    this.#context.mayWrite(spec, options)
    const image = findImage(this.#runtime.state, spec)
    const guest = this.#runtime.clients.ownerOf(image.id)
    if (guest?.owner === options.owner) this.#runtime.clients.close(image, guest)
  }

  #watchers(image: ImageState): readonly string[] {
    return this.#runtime.clients.watchers(image.id).map(({ name }) => name)
  }
}
