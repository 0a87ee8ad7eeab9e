import PQueue from 'p-queue'
import type { CallOptions, ContentSource, Rbd, RbdImageSpec, RbdSnapshotSpec } from '#ceph-sim/rbd.ts'
import { ConflictError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { type AgentImage, type VolumeSnapshotRef, volumeImage } from '../site-agent.ts'
import { cloneDepth, cloneParent, cloneSnapshot, dropCloneReferences, isCloneSnapshot } from './cinder-clone-chain.ts'
import { findCloneable } from './cloneable.ts'
import type { DriverLog } from './driver-log.ts'
import { importFlat } from './flat-import.ts'
import { makeImage } from './new-image.ts'
import { hasErrno, tolerate } from './rbd-errno.ts'
import { undoOnFailure } from './undo-stack.ts'

export interface CinderRbdDeps {
  readonly clock: Clock
  readonly rbd: Rbd
  readonly fsid: string
  readonly log: DriverLog
}
export interface CinderRbdOptions {
  /** `rbd_store_chunk_size` in bytes; default 4 MiB. */
  readonly chunkBytes?: number
  /** `rbd_max_clone_depth`; default 5. 0 makes every copy of a volume a full one. */
  readonly maxCloneDepth?: number
  /** `rbd_concurrent_flatten_operations`; default 3. */
  readonly concurrentFlattens?: number
  /** `rbd_flatten_volume_from_snapshot`; default false. */
  readonly flattenVolumeFromSnapshot?: boolean
  /** `rados_connection_retries`; default 3. */
  readonly retries?: number
  /** `rados_connection_interval`; default 5 s. */
  readonly retryIntervalMs?: number
}

export const snapshotOf = ({ volumeId, snapshotId }: VolumeSnapshotRef): RbdSnapshotSpec => ({
  ...volumeImage(volumeId),
  snapshot: `snapshot-${snapshotId}`,
})

/**
 * What Cinder does with volumes on RBD: `volume-<id>` in the pool `volumes`, copy-on-write wherever the source is in
 * this cluster.
 *
 * @see openstack/cinder cinder/volume/drivers/rbd.py
 */
export class CinderRbdDriver {
  readonly #deps: CinderRbdDeps
  readonly #options: Required<CinderRbdOptions>
  readonly #flattens: PQueue

  constructor(deps: CinderRbdDeps, options: CinderRbdOptions = {}) {
    this.#deps = deps
    this.#options = {
      chunkBytes: 4 * MiB,
      maxCloneDepth: 5,
      concurrentFlattens: 3,
      flattenVolumeFromSnapshot: false,
      retries: 3,
      retryIntervalMs: 5000,
      ...options,
    }
    this.#flattens = new PQueue({ concurrency: this.#options.concurrentFlattens })
  }

  async createBlank(volumeId: string, sizeBytes: number, options: CallOptions = {}): Promise<void> {
    const volume = volumeImage(volumeId)
    const { rbd } = this.#deps
    const create = () => rbd.createImage(volume, { sizeBytes, order: this.#order, ...options })
    await undoOnFailure((undo) => makeImage(rbd, volume, undo, create, options))
  }

  /**
   * A copy-on-write volume from the first location of the image in this cluster, grown to the volume's size.
   * @returns false when the image cannot be cloned here and must be downloaded
   * @throws InvalidArgumentError when the image is larger than the volume
   */
  async cloneImage(
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    image: AgentImage,
    options: CallOptions = {},
  ): Promise<boolean> {
    const debug = (message: string) => this.#log('DEBUG', message)
    const parent = await findCloneable({ ...this.#deps, debug }, image, options)
    if (!parent) return false
    assertFits(image.id, parent.sizeBytes, volume.sizeBytes)
    const order = Math.max(parent.order, this.#order)
    await this.#clone(parent.snapshot, volumeImage(volume.volumeId), { ...volume, order, ...options })
    return true
  }

  /** A flat volume from the raw bytes of an image: the download path. */
  async importImage(
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    image: { readonly id: string; readonly rawBytes: number; readonly pieces: ContentSource },
    options: CallOptions = {},
  ): Promise<void> {
    assertFits(image.id, image.rawBytes, volume.sizeBytes)
    const target = volumeImage(volume.volumeId)
    await undoOnFailure(async (undo) => {
      const content = { image: target, sizeBytes: image.rawBytes, pieces: image.pieces, order: this.#order }
      await importFlat(this.#deps.rbd, content, options)
      undo.push(() => this.#deps.rbd.removeImage(target))
      await this.#grow(target, { from: image.rawBytes, to: volume.sizeBytes }, options)
    })
  }

  /** @returns whether the volume shares the snapshot's data */
  async createFromSnapshot(
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    source: VolumeSnapshotRef,
    options: CallOptions = {},
  ): Promise<boolean> {
    const target = volumeImage(volume.volumeId)
    return undoOnFailure(async (undo) => {
      await this.#clone(snapshotOf(source), target, { ...volume, ...options })
      undo.push(() => this.#deps.rbd.removeImage(target))
      if (this.#options.flattenVolumeFromSnapshot) await this.#flatten(target, options)
      return !this.#options.flattenVolumeFromSnapshot
    })
  }

  /**
   * A volume with another's present content. Where the source hangs on `rbd_max_clone_depth` volumes already, the new
   * one is flattened so that chains stay short.
   * @returns whether the volume shares the source's data
   */
  async createFromVolume(
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    sourceId: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const { rbd } = this.#deps
    const source = volumeImage(sourceId)
    const target = volumeImage(volume.volumeId)
    const { maxCloneDepth } = this.#options
    if (maxCloneDepth <= 0) {
      await this.#copy(source, volume, options)
      return false
    }
    return undoOnFailure(async (undo) => {
      const snapshot = cloneSnapshot(source, target)
      const dropSnapshot = async (cleanup: CallOptions) => {
        await tolerate(rbd.unprotectSnapshot(snapshot, cleanup), 'EINVAL')
        await rbd.removeSnapshot(snapshot, cleanup)
      }
      await undo.make(rbd.createSnapshot(snapshot, options), () => dropSnapshot({}))
      await rbd.protectSnapshot(snapshot, options)
      await this.#clone(snapshot, target, { ...volume, ...options })
      undo.push(() => rbd.removeImage(target))
      const tooDeep = (await cloneDepth(rbd, source, options)) >= maxCloneDepth
      if (tooDeep) {
        this.#log('INFO', `maximum clone depth (${maxCloneDepth}) has been reached - flattening dest volume`)
        await this.#flatten(target, options)
        await dropSnapshot(options)
      }
      return !tooDeep
    })
  }

  /**
   * Removes a volume; one that others were cloned from is kept, renamed `.deleted`, until the last of them goes. A
   * volume that is gone already is no error.
   * @throws ConflictError while it has snapshots or is open
   */
  async deleteVolume(volumeId: string, options: CallOptions = {}): Promise<void> {
    const { rbd } = this.#deps
    const volume = volumeImage(volumeId)
    try {
      const snapshots = await rbd.listSnapshots(volume, options)
      const clones = snapshots.filter(({ name }) => isCloneSnapshot(name))
      for (const { name } of snapshots) {
        if (isBackupSnapshot(name)) await rbd.removeSnapshot({ ...volume, snapshot: name }, options)
        else if (!isCloneSnapshot(name)) throw volumeHasSnapshot(volume)
      }
      const parent = await cloneParent(rbd, volume, options)
      if (clones.length > 0) return await rbd.renameImage(volume, `${volume.image}.deleted`, options)
      await this.#retryWhileBusy(() => rbd.removeImage(volume, options), options)
      if (parent) await dropCloneReferences(rbd, parent, options)
    } catch (error) {
      if (hasErrno(error, 'ENOENT')) return
      if (hasErrno(error, 'EBUSY')) throw volumeIsOpen(volume, error)
      throw error
    }
  }

  async createSnapshot(ref: VolumeSnapshotRef, options: CallOptions = {}): Promise<void> {
    const { rbd } = this.#deps
    const snapshot = snapshotOf(ref)
    await undoOnFailure(async (undo) => {
      await undo.make(rbd.createSnapshot(snapshot, options), () => rbd.removeSnapshot(snapshot))
      await rbd.protectSnapshot(snapshot, options)
    })
  }

  /**
   * Removes a snapshot; volumes made from it are flattened first. One that is gone already is no error.
   * @throws ConflictError while volumes made from it cannot be flattened
   */
  async deleteSnapshot(ref: VolumeSnapshotRef, options: CallOptions = {}): Promise<void> {
    const { rbd } = this.#deps
    const snapshot = snapshotOf(ref)
    try {
      await this.#retryWhileBusy(async () => {
        try {
          await tolerate(rbd.unprotectSnapshot(snapshot, options), 'EINVAL', 'ENOENT')
        } catch (error) {
          if (hasErrno(error, 'EBUSY')) await this.#flattenChildren(snapshot, options)
          throw error
        }
      }, options)
      await tolerate(rbd.removeSnapshot(snapshot, options), 'ENOENT')
    } catch (error) {
      if (!hasErrno(error, 'EBUSY')) throw error
      const message = `deleting snapshot ${snapshot.snapshot} that has dependent volumes`
      throw new ConflictError(message, { reason: 'has_children', snapshot: ref.snapshotId }, { cause: error })
    }
  }

  get #order(): number {
    return Math.log2(this.#options.chunkBytes)
  }

  /** Clones and grows; nothing stays when either fails. */
  async #clone(
    parent: RbdSnapshotSpec,
    child: RbdImageSpec,
    { sizeBytes, order, signal }: { sizeBytes: number; order?: number; volumeId: string } & CallOptions,
  ): Promise<void> {
    const { rbd } = this.#deps
    await undoOnFailure(async (undo) => {
      const cloneOptions = order === undefined ? { signal } : { order, signal }
      await makeImage(rbd, child, undo, () => rbd.clone(parent, child, cloneOptions), { signal })
      const clone = await rbd.info(child, { signal })
      await this.#grow(child, { from: clone.sizeBytes, to: sizeBytes }, { signal })
    })
  }

  async #copy(
    source: RbdImageSpec,
    volume: { readonly volumeId: string; readonly sizeBytes: number },
    options: CallOptions,
  ): Promise<void> {
    const { rbd } = this.#deps
    const { sizeBytes, order } = await rbd.info(source, options)
    const target = volumeImage(volume.volumeId)
    await undoOnFailure(async (undo) => {
      const content = { image: target, sizeBytes, pieces: rbd.read(source, options), order }
      await importFlat(rbd, content, options)
      undo.push(() => rbd.removeImage(target))
      await this.#grow(target, { from: sizeBytes, to: volume.sizeBytes }, options)
    })
  }

  async #grow(
    volume: RbdImageSpec,
    { from, to }: { readonly from: number; readonly to: number },
    options: CallOptions,
  ): Promise<void> {
    if (to > from) await this.#deps.rbd.resize(volume, { sizeBytes: to, ...options })
  }

  async #flatten(image: RbdImageSpec, options: CallOptions): Promise<void> {
    await this.#flattens.add(() => this.#deps.rbd.flatten(image, options))
  }

  async #flattenChildren(snapshot: RbdSnapshotSpec, options: CallOptions): Promise<void> {
    const children = await this.#deps.rbd.children(snapshot, options)
    for (const { pool, image } of children) {
      this.#log('INFO', `Image ${pool}/${image} is dependent on the snapshot ${snapshot.snapshot}.`)
    }
    // EINVAL: flat already, e.g. by another delete that runs at the same time.
    await Promise.all(children.map((child) => tolerate(this.#flatten(child, options), 'EINVAL', 'ENOENT')))
  }

  /** Calls again after each EBUSY, `retries` times in all; the first repetition follows at once. */
  async #retryWhileBusy(call: () => Promise<void>, options: CallOptions): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call()
      } catch (error) {
        if (!hasErrno(error, 'EBUSY') || attempt > this.#options.retries) throw error
      }
      if (attempt > 1) await this.#deps.clock.sleep(this.#options.retryIntervalMs, options)
    }
  }

  #log(level: 'DEBUG' | 'INFO', message: string): void {
    this.#deps.log({ level, logger: 'cinder.volume.drivers.rbd', message })
  }
}

const isBackupSnapshot = (name: string) => name.startsWith('backup.')

function assertFits(imageId: string, imageBytes: number, volumeBytes: number): void {
  if (imageBytes <= volumeBytes) return
  const [imageGiB, volumeGiB] = [Math.ceil(imageBytes / GiB), Math.floor(volumeBytes / GiB)]
  throw new InvalidArgumentError(
    `Image ${imageId} is unacceptable: Image virtual size is ${imageGiB}GB and doesn't fit in a volume of size ${volumeGiB}GB.`,
    { image: imageId, imageBytes, volumeBytes },
  )
}

/** Cinder's VolumeIsBusy, for its two causes. */
function volumeHasSnapshot(volume: RbdImageSpec): ConflictError {
  return new ConflictError(`deleting volume ${volume.image} that has snapshot`, { reason: 'has_snapshots' })
}
function volumeIsOpen(volume: RbdImageSpec, cause: unknown): ConflictError {
  return new ConflictError(
    'ImageBusy error raised while deleting rbd volume. This may have been caused by a connection from a client that ' +
      'has crashed and, if so, may be resolved by retrying the delete after 30 seconds has elapsed.',
    { reason: 'has_watchers', ...volume },
    { cause },
  )
}
