import type { CallOptions, ContentSource, Rbd, RbdImageSpec, RbdSpec } from '#ceph-sim/rbd.ts'
import { DomainError, ForbiddenError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { type AgentImage, pools, type SnapshotDiskResult, serverDisk } from '../site-agent.ts'
import { findCloneable } from './cloneable.ts'
import type { DriverLog } from './driver-log.ts'
import { importFlat } from './flat-import.ts'
import { glanceSnapshot } from './glance-rbd.ts'
import { formatLocationUrl } from './location-url.ts'
import { makeImage } from './new-image.ts'
import { hasErrno, tolerate } from './rbd-errno.ts'
import { undoOnFailure } from './undo-stack.ts'

export interface NovaRbdDeps {
  readonly clock: Clock
  readonly random: Random
  readonly rbd: Rbd
  readonly fsid: string
  readonly log: DriverLog
}
export interface NovaRbdOptions {
  /** `rbd_destroy_volume_retries`; default 12. */
  readonly destroyRetries?: number
  /** `rbd_destroy_volume_retry_interval`; default 5 s. */
  readonly destroyRetryIntervalMs?: number
}

/** Nova's ImageUnacceptable: the message names the image and the reason. */
export class ImageUnacceptableError extends DomainError {
  readonly code = 'conflict'

  constructor(imageId: string, reason: string) {
    super(`Image ${imageId} is unacceptable: ${reason}`, { reason: 'image_unacceptable', image: imageId })
  }
}

/** Nova's FlavorDiskSmallerThanImage. */
export class FlavorDiskTooSmallError extends InvalidArgumentError {
  constructor(flavorBytes: number, imageBytes: number) {
    super(
      `Flavor's disk is too small for requested image. Flavor disk is ${flavorBytes} bytes, image is ${imageBytes} bytes.`,
      { reason: 'flavor_disk_too_small', flavorBytes, imageBytes },
    )
  }
}

/** What libvirt's resize leaves on a disk until it is confirmed. */
const resizeSnapshot = 'nova-resize'

/**
 * What Nova does with root disks on RBD: `<server id>_disk` in the pool `vms`.
 *
 * @see openstack/nova nova/virt/libvirt/imagebackend.py (class Rbd), nova/storage/rbd_utils.py
 */
export class NovaRbdDriver {
  readonly #deps: NovaRbdDeps
  readonly #destroyRetries: number
  readonly #destroyRetryIntervalMs: number

  constructor(deps: NovaRbdDeps, options: NovaRbdOptions = {}) {
    this.#deps = deps
    this.#destroyRetries = options.destroyRetries ?? 12
    this.#destroyRetryIntervalMs = options.destroyRetryIntervalMs ?? 5000
  }

  /**
   * A copy-on-write root disk from the first location in this cluster.
   * @throws ImageUnacceptableError `Image is not raw format` or `No image locations are accessible`; AlreadyExistsError
   */
  async cloneRootDisk(serverId: string, image: AgentImage, options: CallOptions = {}): Promise<RbdImageSpec> {
    if (image.diskFormat !== 'raw' && image.diskFormat !== 'iso') {
      throw new ImageUnacceptableError(image.id, 'Image is not raw format')
    }
    const debug = (message: string) => this.#deps.log({ level: 'DEBUG', logger: 'nova.storage.rbd_utils', message })
    const parent = await findCloneable({ ...this.#deps, debug }, image, options)
    if (!parent) throw new ImageUnacceptableError(image.id, 'No image locations are accessible')
    const disk = serverDisk(serverId)
    const { rbd } = this.#deps
    await undoOnFailure((undo) => makeImage(rbd, disk, undo, () => rbd.clone(parent.snapshot, disk, options), options))
    return disk
  }

  /** A flat root disk from the raw bytes of an image, as `rbd import` makes it. */
  async importRootDisk(
    serverId: string,
    content: { readonly sizeBytes: number; readonly pieces: ContentSource },
    options: CallOptions = {},
  ): Promise<RbdImageSpec> {
    const image = serverDisk(serverId)
    await importFlat(this.#deps.rbd, { image, ...content }, options)
    return image
  }

  /** Grows a disk to the flavor's size; 0 keeps it. @throws FlavorDiskTooSmallError when the image needs more */
  async fitToFlavor(disk: RbdImageSpec, flavorBytes: number, options: CallOptions = {}): Promise<void> {
    if (flavorBytes === 0) return
    const { sizeBytes } = await this.#deps.rbd.info(disk, options)
    if (flavorBytes < sizeBytes) throw new FlavorDiskTooSmallError(flavorBytes, sizeBytes)
    if (flavorBytes > sizeBytes) await this.#deps.rbd.resize(disk, { sizeBytes: flavorBytes, ...options })
  }

  /**
   * Removes a server's own disk, trying again while somebody has it open. A disk that is gone already is no error.
   * @throws ConflictError when it is still busy after all retries
   */
  async destroyRootDisk(serverId: string, options: CallOptions = {}): Promise<void> {
    const { clock, rbd, log } = this.#deps
    const disk = serverDisk(serverId)
    for (let retries = this.#destroyRetries; ; retries--) {
      try {
        return await tolerate(rbd.removeImage(disk, options), 'ENOENT')
      } catch (error) {
        if (hasErrno(error, 'ENOTEMPTY')) {
          await tolerate(rbd.removeSnapshot({ ...disk, snapshot: resizeSnapshot }, options), 'ENOENT', 'EBUSY')
        } else if (!hasErrno(error, 'EBUSY')) throw error
        if (retries <= 0) throw error
        const message = `rbd remove ${disk.image} in pool ${disk.pool} failed`
        log({ level: 'WARNING', logger: 'nova.storage.rbd_utils', message })
      }
      await clock.sleep(this.#destroyRetryIntervalMs, options)
    }
  }

  /**
   * A server's disk (or volume) as a new Glance image of this cluster, without leaving it: snapshot, clone into the
   * pool `images`, flatten, then the protected `snap` that Glance would have made.
   *
   * @throws ForbiddenError `no write permission on storage pool images`: the caller falls back to extract and upload
   */
  async directSnapshot(disk: RbdSpec, imageId: string, options: CallOptions = {}): Promise<SnapshotDiskResult> {
    const { rbd, random, fsid } = this.#deps
    const source = { pool: disk.pool, image: disk.image, snapshot: disk.snapshot ?? random.uuid().replaceAll('-', '') }
    const image = { pool: pools.images, image: imageId }
    return undoOnFailure(async (undo) => {
      const dropSource = async (cleanup: CallOptions) => {
        await tolerate(rbd.unprotectSnapshot(source, cleanup), 'EINVAL', 'ENOENT')
        await tolerate(rbd.removeSnapshot(source, cleanup), 'ENOENT')
      }
      if (disk.snapshot === undefined) {
        await undo.make(rbd.createSnapshot(source, options), () => dropSource({}))
        await rbd.protectSnapshot(source, options)
      }
      await makeImage(rbd, image, undo, () => rbd.clone(source, image, options), options).catch((error) =>
        throwForbidden(image, error),
      )
      undo.push(() => this.#dropGlanceSnapshot(image))
      await rbd.flatten(image, options)
      if (disk.snapshot === undefined) await dropSource(options)
      const snapshot = { ...image, snapshot: glanceSnapshot }
      await rbd.createSnapshot(snapshot, options)
      await rbd.protectSnapshot(snapshot, options)
      const { sizeBytes } = await rbd.info(snapshot, options)
      return { url: formatLocationUrl({ fsid, ...snapshot }), sizeBytes }
    })
  }

  async #dropGlanceSnapshot(image: RbdImageSpec): Promise<void> {
    const snapshot = { ...image, snapshot: glanceSnapshot }
    await tolerate(this.#deps.rbd.unprotectSnapshot(snapshot), 'EINVAL', 'ENOENT')
    await tolerate(this.#deps.rbd.removeSnapshot(snapshot), 'ENOENT')
  }
}

/** For `catch` around a clone into Glance's pool. */
function throwForbidden(image: RbdImageSpec, error: unknown): never {
  if (!(error instanceof ForbiddenError)) throw error
  const message = `no write permission on storage pool ${image.pool}`
  throw new ForbiddenError(message, { ...error.details, pool: image.pool }, { cause: error })
}
