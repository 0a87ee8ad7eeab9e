import type { ByteRange, Content, Rbd, RbdImageSpec, RbdSnapshotSpec, RbdSpec } from '#ceph-sim/rbd.ts'
import { formatSpec } from '#ceph-sim/rbd.ts'
import {
  AlreadyExistsError,
  CancelledError,
  ConflictError,
  InvalidArgumentError,
  NoSpaceError,
  NotFoundError,
} from '#kernel/errors/domain-error.ts'

const block = 4096

interface Layer {
  sizeBytes: number
  blocks: Map<number, Uint8Array>
  parent: { readonly spec: () => RbdSnapshotSpec; readonly snapshot: Snapshot; overlapBytes: number } | undefined
}
interface Snapshot extends Layer {
  readonly id: number
  name: string
  protected: boolean
}
interface Image extends Layer {
  readonly id: string
  readonly order: number
  name: string
  readonly pool: string
  snapshots: Snapshot[]
  readonly watchers: Set<string>
}

/**
 * A small cluster for tests of what stands on the RBD port: clone format 1 by its rules, content in 4 KiB blocks, no
 * caps. Space is counted in written blocks.
 */
export class FakeRbd implements Rbd {
  readonly #name: string
  readonly #fsid: string
  readonly #pools = new Map<string, Map<string, Image>>()
  #nextId = 1
  #usedBlocks = 0
  capacityBytes = Number.POSITIVE_INFINITY

  constructor(name: string, fsid: string) {
    this.#name = name
    this.#fsid = fsid
    for (const pool of ['images', 'volumes', 'vms', 'backups']) this.#pools.set(pool, new Map())
  }

  async cluster() {
    return { name: this.#name, fsid: this.#fsid }
  }
  async createPool(pool: string) {
    this.#pools.set(pool, new Map())
  }
  async listPools() {
    return [...this.#pools.keys()].map((name, id) => ({ id, name, replicas: 3, pgNum: 32 }))
  }
  async df() {
    return { totalBytes: this.capacityBytes, availBytes: this.capacityBytes, usedBytes: 0, pools: [] }
  }
  async createImage(spec: RbdImageSpec, options: Parameters<Rbd['createImage']>[1]) {
    stopIfAborted(options.signal)
    this.#insert(spec, { sizeBytes: options.sizeBytes, order: options.order ?? 22, parent: undefined })
  }
  async listImages(pool: string) {
    return [...this.#pool(pool).keys()].sort()
  }
  async listDetailed(pool: string) {
    const images = [...this.#pool(pool).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    return images.flatMap((image) => {
      const row = (layer: Layer) => ({
        image: image.name,
        id: image.id,
        sizeBytes: layer.sizeBytes,
        format: 2 as const,
        ...(layer.parent ? { parent: layer.parent.spec() } : {}),
      })
      return [
        { ...row(image), ...(image.watchers.size > 0 ? { lock: 'exclusive' as const } : {}) },
        ...image.snapshots.map((s) => ({ ...row(s), snapshot: s.name, snapshotId: s.id, protected: s.protected })),
      ]
    })
  }
  async info(spec: RbdSpec) {
    const image = this.#image(spec)
    const layer = this.#layer(spec)
    return {
      name: image.name,
      id: image.id,
      sizeBytes: layer.sizeBytes,
      order: image.order,
      objects: Math.ceil(layer.sizeBytes / 2 ** image.order),
      features: ['layering'],
      snapshotCount: image.snapshots.length,
      createdMs: 0,
      modifiedMs: 0,
      accessedMs: 0,
      watchers: [...image.watchers],
      ...(layer.parent ? { parent: { ...layer.parent.spec(), overlapBytes: layer.parent.overlapBytes } } : {}),
    }
  }
  async removeImage(spec: RbdImageSpec) {
    const image = this.#image(spec)
    if (image.watchers.size > 0) throw new ConflictError('has watchers', { errno: 'EBUSY', reason: 'has_watchers' })
    if (image.snapshots.length > 0) {
      throw new ConflictError('has snapshots', { errno: 'ENOTEMPTY', reason: 'has_snapshots' })
    }
    this.#usedBlocks -= image.blocks.size
    this.#pool(spec.pool).delete(spec.image)
  }
  async renameImage(spec: RbdImageSpec, newName: string) {
    const image = this.#image(spec)
    const pool = this.#pool(spec.pool)
    if (pool.has(newName)) throw exists({ ...spec, image: newName })
    pool.delete(spec.image)
    image.name = newName
    pool.set(newName, image)
  }
  async resize(spec: RbdImageSpec, options: Parameters<Rbd['resize']>[1]) {
    const image = this.#image(spec)
    const { sizeBytes, allowShrink } = options
    if (sizeBytes < image.sizeBytes && !allowShrink) {
      throw new InvalidArgumentError('shrink', { errno: 'EINVAL', reason: 'shrink_not_allowed' })
    }
    image.sizeBytes = sizeBytes
    if (image.parent) image.parent.overlapBytes = Math.min(image.parent.overlapBytes, sizeBytes)
    for (const at of image.blocks.keys()) if (at * block >= sizeBytes) image.blocks.delete(at)
  }

  async createSnapshot(spec: RbdSnapshotSpec) {
    const image = this.#image(spec)
    if (image.snapshots.some(({ name }) => name === spec.snapshot)) throw exists(spec)
    image.snapshots.push({
      id: this.#nextId++,
      name: spec.snapshot,
      protected: false,
      sizeBytes: image.sizeBytes,
      blocks: new Map(image.blocks),
      parent: image.parent && { ...image.parent },
    })
  }
  async listSnapshots(spec: RbdImageSpec) {
    return this.#image(spec).snapshots.map((s) => ({
      id: s.id,
      name: s.name,
      sizeBytes: s.sizeBytes,
      protected: s.protected,
      createdMs: 0,
    }))
  }
  async removeSnapshot(spec: RbdSnapshotSpec) {
    if (this.#snapshot(spec).protected) throw new ConflictError('protected', { errno: 'EBUSY', reason: 'protected' })
    const image = this.#image(spec)
    image.snapshots = image.snapshots.filter(({ name }) => name !== spec.snapshot)
  }
  async protectSnapshot(spec: RbdSnapshotSpec) {
    const snapshot = this.#snapshot(spec)
    if (snapshot.protected) throw new ConflictError('protected', { errno: 'EBUSY', reason: 'protected' })
    snapshot.protected = true
  }
  async unprotectSnapshot(spec: RbdSnapshotSpec) {
    const snapshot = this.#snapshot(spec)
    if (!snapshot.protected) throw new InvalidArgumentError('unprotected', { errno: 'EINVAL', reason: 'not_protected' })
    if ((await this.children(spec)).length > 0) {
      throw new ConflictError('has children', { errno: 'EBUSY', reason: 'has_children' })
    }
    snapshot.protected = false
  }
  async rollback(spec: RbdSnapshotSpec) {
    const { sizeBytes, blocks } = this.#snapshot(spec)
    Object.assign(this.#image(spec), { sizeBytes, blocks: new Map(blocks) })
  }

  async clone(parent: RbdSnapshotSpec, child: RbdImageSpec, options: Parameters<Rbd['clone']>[2] = {}) {
    stopIfAborted(options.signal)
    const image = this.#image(parent)
    const snapshot = this.#snapshot(parent)
    if (!snapshot.protected) throw new InvalidArgumentError('unprotected', { errno: 'EINVAL', reason: 'not_protected' })
    const spec = () => ({ pool: image.pool, image: image.name, snapshot: snapshot.name })
    const { sizeBytes } = snapshot
    const order = options.order ?? image.order
    this.#insert(child, { sizeBytes, order, parent: { spec, snapshot, overlapBytes: sizeBytes } })
  }
  async flatten(spec: RbdImageSpec, options: Parameters<Rbd['flatten']>[1] = {}) {
    stopIfAborted(options.signal)
    const image = this.#image(spec)
    if (!image.parent) throw new InvalidArgumentError('no parent', { errno: 'EINVAL', reason: 'no_parent' })
    for (let at = 0; at * block < image.parent.overlapBytes; at++) {
      const bytes = blockOf(image, at)
      if (bytes) image.blocks.set(at, bytes)
    }
    image.parent = undefined
    for (const snapshot of image.snapshots) snapshot.parent = undefined
  }
  async children(spec: RbdSnapshotSpec) {
    const snapshot = this.#snapshot(spec)
    const all = [...this.#pools.values()].flatMap((pool) => [...pool.values()])
    const children = all.filter((image) => [image, ...image.snapshots].some((l) => l.parent?.snapshot === snapshot))
    return children.map(({ pool, name }) => ({ pool, image: name }))
  }
  async diskUsage(spec: RbdImageSpec) {
    const { sizeBytes, blocks, order } = this.#image(spec)
    const objects = new Set([...blocks.keys()].map((at) => Math.floor((at * block) / 2 ** order)))
    return [{ provisionedBytes: sizeBytes, usedBytes: objects.size * 2 ** order }]
  }

  async *read(spec: RbdSpec, options: Parameters<Rbd['read']>[1]): AsyncGenerator<Content> {
    const layer = this.#layer(spec)
    const { offset: from = 0, lengthBytes = layer.sizeBytes - from } = options
    for (let offset = from; offset < from + lengthBytes; ) {
      stopIfAborted(options.signal)
      const end = Math.min(from + lengthBytes, offset + block - (offset % block))
      const bytes = blockOf(layer, Math.floor(offset / block))?.subarray(
        offset % block,
        (offset % block) + end - offset,
      )
      yield bytes ? { kind: 'data', offset, bytes } : { kind: 'zero', offset, lengthBytes: end - offset }
      offset = end
    }
  }
  async write(spec: RbdImageSpec, pieces: Parameters<Rbd['write']>[1], options: Parameters<Rbd['write']>[2] = {}) {
    const image = this.#image(spec)
    let writtenBytes = 0
    for await (const piece of pieces) {
      stopIfAborted(options.signal)
      const bytes = piece.kind === 'data' ? piece.bytes : new Uint8Array(piece.lengthBytes)
      if (piece.offset + bytes.byteLength > image.sizeBytes) {
        throw new InvalidArgumentError('past the end', { errno: 'EINVAL' })
      }
      this.#store(image, piece.offset, bytes)
      writtenBytes += bytes.byteLength
    }
    stopIfAborted(options.signal)
    return { writtenBytes }
  }
  async discard(spec: RbdImageSpec, { offset, lengthBytes }: ByteRange) {
    const image = this.#image(spec)
    for (let at = Math.ceil(offset / block); (at + 1) * block <= offset + lengthBytes; at++) image.blocks.delete(at)
  }
  async extents(spec: RbdSpec) {
    const layer = this.#layer(spec)
    const runs: { offset: number; lengthBytes: number }[] = []
    for (let at = 0; at * block < layer.sizeBytes; at++) {
      if (!blockOf(layer, at)) continue
      const last = runs.at(-1)
      if (last && last.offset + last.lengthBytes === at * block) last.lengthBytes += block
      else runs.push({ offset: at * block, lengthBytes: block })
    }
    return runs
  }
  async flush() {}
  async attach(spec: RbdImageSpec, { owner }: { owner: string }) {
    const { watchers } = this.#image(spec)
    if (watchers.size > 0 && !watchers.has(owner))
      throw new ConflictError('locked', { errno: 'EBUSY', reason: 'locked' })
    watchers.add(owner)
  }
  async detach(spec: RbdImageSpec, { owner }: { owner: string }) {
    this.#image(spec).watchers.delete(owner)
  }

  #insert(spec: RbdImageSpec, layer: Omit<Layer, 'blocks'> & { order: number }): void {
    const pool = this.#pool(spec.pool)
    if (pool.has(spec.image)) throw exists(spec)
    const id = String(this.#nextId++)
    const named = { id, name: spec.image, pool: spec.pool, snapshots: [], watchers: new Set<string>() }
    pool.set(spec.image, { ...layer, ...named, blocks: new Map() })
  }

  #store(image: Image, offset: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.byteLength; ) {
      const at = Math.floor((offset + done) / block)
      const from = (offset + done) % block
      const length = Math.min(block - from, bytes.byteLength - done)
      const next = new Uint8Array(block)
      next.set(blockOf(image, at) ?? new Uint8Array(0))
      next.set(bytes.subarray(done, done + length), from)
      if (!image.blocks.has(at)) {
        if ((this.#usedBlocks + 1) * block > this.capacityBytes) throw new NoSpaceError('full', { errno: 'ENOSPC' })
        this.#usedBlocks++
      }
      image.blocks.set(at, next)
      done += length
    }
  }

  #pool(pool: string): Map<string, Image> {
    const found = this.#pools.get(pool)
    if (!found) throw missing(pool)
    return found
  }
  #image({ pool, image }: RbdImageSpec): Image {
    const found = this.#pool(pool).get(image)
    if (!found) throw missing(formatSpec({ pool, image }))
    return found
  }
  #snapshot(spec: RbdSnapshotSpec): Snapshot {
    const found = this.#image(spec).snapshots.find(({ name }) => name === spec.snapshot)
    if (!found) throw missing(formatSpec(spec))
    return found
  }
  #layer(spec: RbdSpec): Layer {
    const { snapshot } = spec
    return snapshot === undefined ? this.#image(spec) : this.#snapshot({ ...spec, snapshot })
  }
}

function blockOf(layer: Layer, at: number): Uint8Array | undefined {
  const own = layer.blocks.get(at)
  if (own || !layer.parent || at * block >= layer.parent.overlapBytes) return own
  return blockOf(layer.parent.snapshot, at)
}

const missing = (what: string) => new NotFoundError(`${what} does not exist`, { errno: 'ENOENT' })
const exists = (spec: RbdSpec) => new AlreadyExistsError(`${formatSpec(spec)} exists`, { errno: 'EEXIST' })

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError('cancelled')
}
