import type { Content, RbdSnapshotSpec } from '#ceph-sim/rbd.ts'
import { contentLength } from '#ceph-sim/rbd.ts'
import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Clock, WaitOptions } from '#kernel/time/clock.ts'
import type { TrafficLabel, Transfer, TransferResult, Wan } from '#kernel/wan/wan.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import { parseFullLocationUrl } from '#openstack/drivers/location-url.ts'
import type { ImageLocation } from '#openstack/site-agent.ts'
import type { SiteConnection, SiteRegistry } from '../sites/site-registry.ts'
import { denseWritePlan, glanceChunkBytes, sparseReadPlan, type TransferPlan, thinWritePlan } from './transfer-plan.ts'

/** A store of the topology: the site of the same id keeps the data. */
export interface StoreSettings {
  readonly id: string
  readonly description: string
  readonly isDefault: boolean
}

/** What is to be stored, and what is known of it beforehand. */
export interface StoreSource {
  /** Absent when the sender does not say; then its way over a link is planned chunk by chunk. */
  readonly sizeBytes?: number | undefined
  content(): AsyncIterable<Content>
  /** Where the data is not zero, if known: what thin provisioning will send. */
  readonly runs?: readonly { readonly offset: number; readonly lengthBytes: number }[] | undefined
}

export interface StoredImage {
  readonly location: ImageLocation
  readonly sizeBytes: number
  /** Begin and end of the data's way into the store; over a link, as its model timed them. */
  readonly startedMs: number
  readonly endedMs: number
  readonly wanBytes: number
}

export interface OpenedImage {
  readonly sizeBytes: number
  content(options?: WaitOptions): AsyncIterable<Content>
}

/** One Glance store: an RBD pool at a site, reached over that site's link unless it is the hub's own. */
export class ImageStore {
  readonly settings: StoreSettings
  readonly #clock: Clock
  readonly #wan: Wan
  readonly #sites: SiteRegistry
  readonly #thin: boolean

  constructor(
    deps: { readonly clock: Clock; readonly wan: Wan; readonly sites: SiteRegistry },
    settings: StoreSettings,
    options: { readonly thinProvisioning: boolean },
  ) {
    this.#clock = deps.clock
    this.#wan = deps.wan
    this.#sites = deps.sites
    this.settings = settings
    this.#thin = options.thinProvisioning
  }

  /** Writes a whole image; on failure nothing of it is left. Errors are those of `GlanceRbdStore.add`. */
  async add(
    imageId: string,
    source: StoreSource,
    operation: string,
    { signal }: WaitOptions = {},
  ): Promise<StoredImage> {
    const site = await this.#sites.reach(this.settings.id, { signal })
    const crossing = site.local ? undefined : this.#writeOverLink(source, operation)
    let startedMs: number | undefined
    try {
      const added = await this.#driver(site).add(imageId, {
        sizeBytes: source.sizeBytes,
        pieces: source.content(),
        signal,
        beforeChunk: async (offset, lengthBytes) => {
          startedMs ??= this.#clock.now()
          await crossing?.arrived(offset + lengthBytes, signal)
        },
      })
      const result = await crossing?.finished(signal)
      return {
        location: { url: added.url, store: this.settings.id },
        sizeBytes: added.sizeBytes,
        startedMs: result?.startedMs ?? startedMs ?? this.#clock.now(),
        endedMs: result?.endedMs ?? this.#clock.now(),
        wanBytes: result?.bytes ?? 0,
      }
    } finally {
      crossing?.cancel()
    }
  }

  /** @throws NotFoundError when the data is not there, UnavailableError when the site has never been seen */
  async open(location: ImageLocation, operation: string, { signal }: WaitOptions = {}): Promise<OpenedImage> {
    const site = this.#sites.connection(this.settings.id)
    const spec = snapshotOf(location)
    const { sizeBytes } = await site.rbd.info(spec, { signal })
    return { sizeBytes, content: (options = {}) => this.#read(site, spec, sizeBytes, operation, options) }
  }

  /** @throws ConflictError while clones need the data */
  async delete(imageId: string, options: WaitOptions = {}): Promise<void> {
    const site = await this.#sites.reach(this.settings.id, options)
    await this.#driver(site).delete(imageId, options)
  }

  #driver(site: SiteConnection): GlanceRbdStore {
    return new GlanceRbdStore(site.rbd, {
      store: this.settings.id,
      chunkBytes: glanceChunkBytes,
      thinProvisioning: this.#thin,
    })
  }

  #writeOverLink({ sizeBytes, runs }: StoreSource, operation: string): Crossing {
    const label = { ...this.#label(operation), direction: 'down' } as const
    if (sizeBytes === undefined) return new UnplannedCrossing(this.#wan, label, this.#clock)
    const plan = this.#thin && runs ? thinWritePlan(sizeBytes, runs) : denseWritePlan(sizeBytes)
    return new PlannedCrossing(this.#wan, plan, label)
  }

  async *#read(
    site: SiteConnection,
    spec: RbdSnapshotSpec,
    sizeBytes: number,
    operation: string,
    { signal }: WaitOptions,
  ): AsyncIterable<Content> {
    if (site.local) {
      yield* site.rbd.read(spec, { signal })
      return
    }
    const extents = await site.rbd.extents(spec, { signal })
    const label = { ...this.#label(operation), direction: 'up' } as const
    const crossing = new PlannedCrossing(this.#wan, sparseReadPlan(sizeBytes, extents), label)
    try {
      for await (const piece of site.rbd.read(spec, { signal })) {
        await crossing.arrived(piece.offset + contentLength(piece), signal)
        yield piece
      }
      await crossing.finished(signal)
    } finally {
      crossing.cancel()
    }
  }

  #label(operation: string): Pick<TrafficLabel, 'site' | 'class' | 'operation'> {
    return { site: this.settings.id, class: 'image', operation }
  }
}

/** An image's way over a link. */
interface Crossing {
  /** Waits until the image's bytes before `offset` have crossed. */
  arrived(offset: number, signal: AbortSignal | undefined): Promise<void>
  finished(signal: AbortSignal | undefined): Promise<TransferResult>
  cancel(): void
}

/** One transfer, started when its first bytes are due. */
class PlannedCrossing implements Crossing {
  readonly #wan: Wan
  readonly #plan: TransferPlan
  readonly #label: TrafficLabel
  #transfer: Transfer | undefined

  constructor(wan: Wan, plan: TransferPlan, label: TrafficLabel) {
    this.#wan = wan
    this.#plan = plan
    this.#label = label
  }

  async arrived(offset: number, signal: AbortSignal | undefined): Promise<void> {
    await this.#start().arrived(this.#plan.wireBytesBefore(offset), { signal })
  }

  finished(signal: AbortSignal | undefined): Promise<TransferResult> {
    return this.#start().finished({ signal })
  }

  cancel(): void {
    this.#transfer?.cancel()
  }

  #start(): Transfer {
    this.#transfer ??= this.#wan.startTransfer({ ...this.#label, phases: this.#plan.phases })
    return this.#transfer
  }
}

/** Data of unknown length: a transfer for each stretch as it comes. */
class UnplannedCrossing implements Crossing {
  readonly #wan: Wan
  readonly #label: TrafficLabel
  readonly #clock: Clock
  #transfer: Transfer | undefined
  #offset = 0
  #startedMs: number | undefined

  constructor(wan: Wan, label: TrafficLabel, clock: Clock) {
    this.#wan = wan
    this.#label = label
    this.#clock = clock
  }

  async arrived(offset: number, signal: AbortSignal | undefined): Promise<void> {
    this.#startedMs ??= this.#clock.now()
    const { phases } = denseWritePlan(offset - this.#offset)
    this.#offset = offset
    this.#transfer = this.#wan.startTransfer({ ...this.#label, phases })
    await this.#transfer.finished({ signal })
  }

  async finished(): Promise<TransferResult> {
    const endedMs = this.#clock.now()
    return { bytes: this.#offset, startedMs: this.#startedMs ?? endedMs, endedMs }
  }

  cancel(): void {
    this.#transfer?.cancel()
  }
}

function snapshotOf(location: ImageLocation): RbdSnapshotSpec {
  const parsed = parseFullLocationUrl(location.url)
  if (!parsed) throw new NotFoundError(`${location.url} does not name an RBD snapshot`, { url: location.url })
  return parsed
}

/** All stores of the cloud, in configured order. */
export class ImageStores {
  readonly #stores: ReadonlyMap<string, ImageStore>

  constructor(stores: readonly ImageStore[]) {
    this.#stores = new Map(stores.map((store) => [store.settings.id, store]))
  }

  get default(): ImageStore {
    const all = this.list()
    return all.find((store) => store.settings.isDefault) ?? all[0]!
  }

  list(): readonly ImageStore[] {
    return [...this.#stores.values()]
  }

  find(id: string): ImageStore | undefined {
    return this.#stores.get(id)
  }

  /**
   * Opens an image at the first of its locations that can be read (O34): the default store's first, then in order.
   * @throws NotFoundError when none can
   */
  async open(
    imageId: string,
    locations: readonly ImageLocation[],
    operation: string,
    options: WaitOptions = {},
  ): Promise<OpenedImage> {
    const preferred = this.default.settings.id
    const ordered = [...locations].sort((a, b) => Number(b.store === preferred) - Number(a.store === preferred))
    let cause: unknown
    for (const location of ordered) {
      try {
        const store = this.find(location.store)
        if (store) return await store.open(location, operation, options)
      } catch (error) {
        options.signal?.throwIfAborted()
        cause = error
      }
    }
    throw new NotFoundError(`No store has readable data of image ${imageId}`, { image: imageId }, { cause })
  }
}
