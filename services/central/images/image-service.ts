import type { Content } from '#ceph-sim/rbd.ts'
import {
  AlreadyExistsError,
  ConflictError,
  DomainError,
  ForbiddenError,
  InternalError,
  InvalidArgumentError,
  NotFoundError,
} from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock, WaitOptions } from '#kernel/time/clock.ts'
import type { ImageLocation } from '#openstack/site-agent.ts'
import { type ImageStatus, moveImage } from '#openstack/states/image.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Actor, isAdmin, maySee, requirePolicy } from '../identity/actor.ts'
import type { CopyLog } from './copy-log.ts'
import { type Digester, digested } from './digest.ts'
import type { GlanceImage } from './image.ts'
import { HeadOf, virtualSize } from './image-head.ts'
import { checkImageChange, checkNewImage, type ImageChange, type NewImage, requireFormats } from './image-rules.ts'
import type { ImageStore, ImageStores } from './image-store.ts'
import type { StagingArea } from './staging.ts'

export interface Upload {
  /** The default store when absent. */
  readonly store?: string | undefined
  /** Absent when the sender does not know it. */
  readonly sizeBytes?: number | undefined
  readonly content: AsyncIterable<Content>
}

export interface ImageDeps {
  readonly clock: Clock
  readonly random: Random
  readonly catalogue: Catalogue
  readonly stores: ImageStores
  readonly staging: StagingArea
  readonly digester: Digester
  readonly copies: CopyLog
}

/** Glance's images: records, data by upload and download, removal. Imports are `ImportService`'s. */
export class ImageService {
  readonly #deps: ImageDeps
  /** By image: the stores whose copies are being removed now. */
  readonly #leaving = new Map<string, Set<string>>()

  constructor(deps: ImageDeps) {
    this.#deps = deps
  }

  stores(): readonly ImageStore[] {
    return this.#deps.stores.list()
  }

  async create(actor: Actor, request: NewImage): Promise<GlanceImage> {
    checkNewImage(request)
    requirePolicy(request.visibility !== 'public' || isAdmin(actor), 'publicize_image')
    if (request.owner && !maySee(actor, request.owner)) {
      throw new ForbiddenError(`You are not permitted to create images owned by '${request.owner}'.`)
    }
    const now = this.#deps.clock.now()
    const image: GlanceImage = {
      id: request.id || this.#deps.random.uuid(),
      name: request.name ?? '',
      status: 'queued',
      diskFormat: request.diskFormat || undefined,
      containerFormat: request.containerFormat || undefined,
      visibility: (request.visibility || 'shared') as GlanceImage['visibility'],
      protected: request.protected ?? false,
      minDiskGib: request.minDiskGib ?? 0,
      minRamMib: request.minRamMib ?? 0,
      owner: request.owner || actor.project,
      osHidden: request.osHidden ?? false,
      tags: [...new Set(request.tags)],
      locations: [],
      properties: request.properties ?? {},
      createdMs: now,
      updatedMs: now,
    }
    if (await this.#deps.catalogue.images.get(image.id)) {
      throw new AlreadyExistsError(`Image ID ${image.id} already exists!`, { id: image.id })
    }
    await this.#deps.catalogue.images.insert(image)
    return image
  }

  /** @throws NotFoundError, also for an image that the actor may not see */
  async get(actor: Actor, id: string): Promise<GlanceImage> {
    const image = await this.#deps.catalogue.images.get(id)
    const open = image?.visibility === 'public' || image?.visibility === 'community'
    if (!image || !(open || maySee(actor, image.owner))) {
      throw notFound(id)
    }
    return image
  }

  /** Newest first, as Glance lists them. */
  async list(
    actor: Actor,
    filter: { readonly name?: string; readonly status?: string } = {},
  ): Promise<readonly GlanceImage[]> {
    const images = await this.#deps.catalogue.images.list({ name: filter.name || undefined })
    return images
      .filter((image) => image.visibility === 'public' || maySee(actor, image.owner))
      .filter((image) => !filter.status || image.status === filter.status)
      .reverse()
  }

  async update(actor: Actor, id: string, change: ImageChange): Promise<GlanceImage> {
    await this.#own(actor, id)
    checkImageChange(change)
    requirePolicy(change.visibility !== 'public' || isAdmin(actor), 'publicize_image')
    return this.#change(id, (image) => {
      for (const name of change.unset ?? []) {
        if (!(name in image.properties)) throw new ConflictError(`Property ${name} does not exist.`, { name })
      }
      const kept = Object.entries(image.properties).filter(([name]) => !change.unset?.includes(name))
      return {
        ...image,
        name: change.name ?? image.name,
        visibility: (change.visibility as GlanceImage['visibility'] | undefined) ?? image.visibility,
        protected: change.protected ?? image.protected,
        minDiskGib: change.minDiskGib ?? image.minDiskGib,
        minRamMib: change.minRamMib ?? image.minRamMib,
        properties: { ...Object.fromEntries(kept), ...change.set },
      }
    })
  }

  /**
   * Takes an image's data into one store: `queued` to `saving` to `active`; back to `queued` when that fails.
   * @throws InvalidArgumentError for an unknown store, ConflictError in another status, and what the store throws
   */
  async upload(actor: Actor, id: string, upload: Upload, options: WaitOptions = {}): Promise<GlanceImage> {
    const { store: storeId, content, sizeBytes } = upload
    const image = await this.#own(actor, id)
    const store = storeId ? this.#deps.stores.find(storeId) : this.#deps.stores.default
    if (!store) throw new InvalidArgumentError(`Store for identifier ${storeId} not found`, { store: storeId ?? '' })
    requireFormats(image)
    await this.#change(id, (current) => ({ ...current, status: moveImage(current.status, 'saving') }))
    const digest = this.#deps.digester.start()
    const head = new HeadOf(content)
    try {
      const source = { sizeBytes, content: () => digested(head, digest) }
      const stored = await this.#deps.copies.record(image, store.settings.id, 'upload', '', () =>
        store.add(id, source, `upload ${id}`, options),
      )
      const sums = await digest.finish()
      const virtualSizeBytes = await virtualSize(image, head, stored.sizeBytes)
      return await this.#change(id, (current) => ({
        ...current,
        status: moveImage(current.status, 'active'),
        sizeBytes: stored.sizeBytes,
        virtualSizeBytes,
        checksum: sums.checksum,
        osHashValue: sums.osHashValue,
        locations: [...current.locations, stored.location],
      }))
    } catch (error) {
      if (!(await this.#deps.catalogue.images.get(id))) throw await this.#deletedMeanwhile(id, store, options)
      await this.#change(id, (current) => (current.status === 'saving' ? { ...current, status: 'queued' } : current))
      // A store that has lost its pool or its image is the service's trouble, not a wrong address in the request.
      throw error instanceof NotFoundError ? new InternalError(error.message, error.details, { cause: error }) : error
    } finally {
      digest.close()
    }
  }

  /** The first half of `glance-direct`: keeps the data in the staging area. */
  async stage(
    actor: Actor,
    id: string,
    content: AsyncIterable<Content>,
    options: WaitOptions = {},
  ): Promise<GlanceImage> {
    requireFormats(await this.#own(actor, id))
    await this.#change(id, (image) => {
      if (image.status === 'uploading') throw uploadingTwice()
      return { ...image, status: moveImage(image.status, 'uploading') }
    })
    try {
      const staged = await this.#deps.staging.write(id, content, options)
      return await this.#change(id, (image) => ({ ...image, sizeBytes: staged.sizeBytes }))
    } catch (error) {
      await this.#deps.staging.remove(id)
      if (!(await this.#deps.catalogue.images.get(id))) throw notFound(id)
      await this.#change(id, (image) => ({ ...image, status: 'queued' }))
      throw error
    }
  }

  /** The image's data from the first location that can be read. */
  async download(
    actor: Actor,
    id: string,
    operation: string,
    options: WaitOptions = {},
  ): Promise<AsyncIterable<Content>> {
    const image = await this.get(actor, id)
    if (image.status === 'deactivated' && !isAdmin(actor)) {
      throw new ForbiddenError('The requested image has been deactivated. Image data download is forbidden.', { id })
    }
    const opened = await this.#deps.stores.open(id, image.locations, operation, options)
    return opened.content(options)
  }

  /**
   * Removes the data location by location, and the record last (W10). An image whose data is needed by clones stays
   * whole. @throws ForbiddenError when protected, ConflictError when in use
   */
  async delete(actor: Actor, id: string, options: WaitOptions = {}): Promise<void> {
    const image = await this.#own(actor, id).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error
      throw new NotFoundError(`Failed to find image ${id} to delete`, { id })
    })
    if (image.protected) throw new ForbiddenError(`Image ${id} is protected and cannot be deleted.`, { id })
    const removed: string[] = []
    try {
      for (const location of image.locations) {
        await this.#removeData(image, location, `Image ${id} could not be deleted`, options)
        removed.push(location.store)
      }
    } catch (error) {
      // What is gone must not stay listed beside what has to stay.
      if (removed.length > 0) await this.#dropLocations(id, removed)
      throw error
    }
    await this.#deps.staging.remove(id)
    await this.#deps.catalogue.images.remove(id)
  }

  /** @throws ForbiddenError with Glance's text in another status than `active` */
  deactivate(actor: Actor, id: string): Promise<GlanceImage> {
    return this.#switch(actor, id, { from: 'active', to: 'deactivated', action: 'deactivate' })
  }

  /** @throws ForbiddenError with Glance's text in another status than `deactivated` */
  reactivate(actor: Actor, id: string): Promise<GlanceImage> {
    return this.#switch(actor, id, { from: 'deactivated', to: 'active', action: 'reactivate' })
  }

  /** Removes one store's copy; the protected flag does not stop it, the last copy does (O23). */
  async deleteFromStore(actor: Actor, id: string, storeId: string, options: WaitOptions = {}): Promise<void> {
    if (!this.#deps.stores.find(storeId)) {
      throw new ConflictError(`The selected store ${storeId} is not available on this node.`, { store: storeId })
    }
    const image = await this.#deps.catalogue.images.get(id)
    if (!image || !maySee(actor, image.owner)) throw new NotFoundError(`Failed to find image ${id}`, { id })
    if (image.status !== 'active') {
      throw new ConflictError("It's not allowed to remove image data from store if image status is not 'active'", {
        id,
      })
    }
    const location = image.locations.find(({ store }) => store === storeId)
    if (!location) throw new NotFoundError(`Image ${id} is not stored in store ${storeId}.`, { id, store: storeId })
    // Copies whose removal is under way do not count: two calls at once must not remove the last two copies.
    const leaving = this.#leaving.get(id) ?? new Set()
    if (image.locations.every(({ store }) => store === storeId || leaving.has(store))) {
      throw new ForbiddenError(
        'Cannot delete image data from the only store containing it. Consider deleting the image instead.',
        { id, store: storeId },
      )
    }
    this.#leaving.set(id, leaving.add(storeId))
    try {
      await this.#removeData(image, location, `The data for Image ${id} could not be deleted`, options)
      await this.#dropLocations(id, [storeId])
    } finally {
      leaving.delete(storeId)
      if (leaving.size === 0) this.#leaving.delete(id)
    }
  }

  /** A record for data that a site has already put into its store: Nova's direct snapshot (O50). */
  async registerLocation(id: string, location: ImageLocation, sizeBytes: number): Promise<GlanceImage> {
    return this.#change(id, (image) => ({
      ...image,
      status: moveImage(image.status, 'active'),
      diskFormat: 'raw',
      containerFormat: 'bare',
      sizeBytes,
      virtualSizeBytes: sizeBytes,
      locations: [...image.locations, location],
    }))
  }

  async #removeData(image: GlanceImage, location: ImageLocation, what: string, options: WaitOptions): Promise<void> {
    try {
      await this.#deps.stores.find(location.store)?.delete(image.id, options)
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not_found') return
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
      throw new ConflictError(
        `${what} because it is in use: The image cannot be deleted because it is in use through the backend store outside of Glance.`,
        { id: image.id, store: location.store },
        { cause: error },
      )
    }
  }

  async #own(actor: Actor, id: string): Promise<GlanceImage> {
    const image = await this.get(actor, id)
    if (!maySee(actor, image.owner)) throw new ForbiddenError('You do not own this image', { id })
    return image
  }

  async #switch(
    actor: Actor,
    id: string,
    { from, to, action }: { readonly from: ImageStatus; readonly to: ImageStatus; readonly action: string },
  ): Promise<GlanceImage> {
    await this.#own(actor, id)
    return this.#change(id, (image) => {
      if (image.status === to) return image
      if (image.status === from) return { ...image, status: to }
      throw new ForbiddenError(`Not allowed to ${action} image in status '${image.status}'`, { id })
    })
  }

  async #dropLocations(id: string, stores: readonly string[]): Promise<void> {
    await this.#change(id, (image) => ({
      ...image,
      locations: image.locations.filter(({ store }) => !stores.includes(store)),
    }))
  }

  /** The record went away under an upload: what was stored of it goes too. */
  async #deletedMeanwhile(id: string, store: ImageStore, options: WaitOptions): Promise<NotFoundError> {
    await store.delete(id, options).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error
    })
    return new NotFoundError(
      `Image ${id} could not be found after upload. The image may have been deleted during the upload, cleaning up the chunks uploaded.`,
      { id },
    )
  }

  #change(id: string, change: (image: GlanceImage) => GlanceImage): Promise<GlanceImage> {
    const updatedMs = this.#deps.clock.now()
    return this.#deps.catalogue.images.update(id, (image) => ({ ...change(image), updatedMs }))
  }
}

const notFound = (id: string) => new NotFoundError(`No image found with ID ${id}`, { id })

const uploadingTwice = () =>
  new ConflictError('Image status transition from uploading to uploading is not allowed', { from: 'uploading' })
