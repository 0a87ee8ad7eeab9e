import { DomainError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { GiB } from '#kernel/units/bytes.ts'
import type { CreateVolumeRequest as AgentCreateVolume, AgentImage } from '#openstack/site-agent.ts'
import { requireDeletable, requireSnapshotable } from '#openstack/states/volume.ts'
import type { BackgroundWork } from '../background-work.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Actor, maySee } from '../identity/actor.ts'
import type { GlanceImage } from '../images/image.ts'
import type { ImageService } from '../images/image-service.ts'
import type { SiteRegistry } from '../sites/site-registry.ts'
import type { Volume, VolumeSnapshot } from './volume.ts'

export interface NewVolume {
  readonly name: string
  readonly description?: string | undefined
  /** GiB; the source's size when 0 and there is a snapshot or volume as source. */
  readonly sizeGib: number
  /** The hub's zone when absent. */
  readonly availabilityZone?: string | undefined
  readonly imageId?: string | undefined
  readonly snapshotId?: string | undefined
  readonly sourceVolumeId?: string | undefined
}

export interface VolumeDeps {
  readonly clock: Clock
  readonly random: Random
  readonly catalogue: Catalogue
  readonly sites: SiteRegistry
  readonly images: ImageService
  readonly work: BackgroundWork
  /** Whether a snapshot of an in-use volume needs force: before volume API 3.66 (T06). */
  readonly forceRequired: boolean
}

/** Cinder's API and scheduler at the hub; the site's agent does the work on the cluster. */
export class VolumeService {
  readonly #deps: VolumeDeps

  constructor(deps: VolumeDeps) {
    this.#deps = deps
  }

  /**
   * Accepts a volume and answers while it is `creating`; it ends `available` or `error`.
   * @throws InvalidArgumentError for an unknown zone, a size that is too small or an image that cannot be used
   */
  async create(actor: Actor, request: NewVolume): Promise<Volume> {
    const source = await this.#source(actor, request)
    const zone = request.availabilityZone || source.zone || this.#deps.sites.hub
    if (!this.#deps.sites.exists(zone))
      throw new InvalidArgumentError(`Availability zone '${zone}' is invalid.`, { zone })
    if (source.zone && source.zone !== zone) {
      throw invalidInput(`Volume must be in the same availability zone as the ${source.what}`)
    }
    const sizeGib = request.sizeGib || source.sizeGib
    requireSize(sizeGib, source)
    const now = this.#deps.clock.now()
    const volume: Volume = {
      id: this.#deps.random.uuid(),
      name: request.name,
      description: request.description ?? '',
      status: 'creating',
      sizeGib,
      availabilityZone: zone,
      bootable: false,
      volumeType: '__DEFAULT__',
      snapshotId: request.snapshotId || undefined,
      sourceVolumeId: request.sourceVolumeId || undefined,
      attachments: [],
      imageMetadata: source.imageMetadata,
      userId: actor.user,
      projectId: actor.project,
      createdMs: now,
    }
    await this.#deps.catalogue.volumes.insert(volume)
    this.#deps.work.start(`create volume ${volume.id}`, () => this.#create(volume, source))
    return volume
  }

  async get(actor: Actor, id: string): Promise<Volume> {
    const volume = await this.#deps.catalogue.volumes.get(id)
    if (!volume || !maySee(actor, volume.projectId)) throw new NotFoundError(`Volume ${id} could not be found.`, { id })
    return volume
  }

  /** Newest first. */
  async list(actor: Actor, filter: { readonly name?: string } = {}): Promise<readonly Volume[]> {
    const volumes = await this.#deps.catalogue.volumes.list({ name: filter.name || undefined })
    return volumes.filter(({ projectId }) => maySee(actor, projectId)).reverse()
  }

  async delete(actor: Actor, id: string): Promise<void> {
    const volume = await this.get(actor, id)
    const snapshots = (await this.#deps.catalogue.volumeSnapshots.list()).filter(({ volumeId }) => volumeId === id)
    requireDeletable(volume.status, { attached: volume.attachments.length > 0, snapshots: snapshots.length })
    await this.change(id, (current) => ({ ...current, status: 'deleting' }))
    this.#deps.work.start(`delete volume ${id}`, async () => {
      try {
        const { agent } = await this.#deps.sites.reach(volume.availabilityZone)
        await agent.deleteVolume(id)
        await this.#deps.catalogue.volumes.remove(id)
      } catch (error) {
        await this.change(id, (current) => ({ ...current, status: 'error_deleting' }))
        throw error
      }
    })
  }

  /** @throws InvalidArgumentError with Cinder's text when the volume's status forbids it (A65, O62) */
  async createSnapshot(
    actor: Actor,
    request: {
      readonly volumeId: string
      readonly name: string
      readonly description?: string
      readonly force: boolean
    },
  ): Promise<VolumeSnapshot> {
    const volume = await this.get(actor, request.volumeId)
    requireSnapshotable(volume.id, volume.status, request.force || !this.#deps.forceRequired)
    const now = this.#deps.clock.now()
    const snapshot: VolumeSnapshot = {
      id: this.#deps.random.uuid(),
      name: request.name,
      description: request.description ?? '',
      status: 'creating',
      volumeId: volume.id,
      availabilityZone: volume.availabilityZone,
      sizeGib: volume.sizeGib,
      progress: '0%',
      consistency: (await this.#guestRuns(volume)) ? 'crash-consistent' : 'clean',
      projectId: actor.project,
      createdMs: now,
    }
    await this.#deps.catalogue.volumeSnapshots.insert(snapshot)
    this.#deps.work.start(`snapshot volume ${volume.id}`, () => this.#createSnapshot(snapshot))
    return snapshot
  }

  async getSnapshot(actor: Actor, id: string): Promise<VolumeSnapshot> {
    const snapshot = await this.#deps.catalogue.volumeSnapshots.get(id)
    if (!snapshot || !maySee(actor, snapshot.projectId)) {
      throw new NotFoundError(`Snapshot ${id} could not be found.`, { id })
    }
    return snapshot
  }

  /** Newest first. */
  async listSnapshots(actor: Actor, filter: { readonly name?: string } = {}): Promise<readonly VolumeSnapshot[]> {
    const snapshots = await this.#deps.catalogue.volumeSnapshots.list({ name: filter.name || undefined })
    return snapshots.filter(({ projectId }) => maySee(actor, projectId)).reverse()
  }

  async deleteSnapshot(actor: Actor, id: string): Promise<void> {
    const snapshot = await this.getSnapshot(actor, id)
    if (!['available', 'error', 'error_deleting'].includes(snapshot.status)) {
      throw new InvalidArgumentError(
        'Invalid snapshot: Snapshot status must be available or error or error_deleting and must not be part of a group.',
        { id, status: snapshot.status },
      )
    }
    await this.#changeSnapshot(id, { status: 'deleting' })
    this.#deps.work.start(`delete snapshot ${id}`, async () => {
      try {
        const { agent } = await this.#deps.sites.reach(snapshot.availabilityZone)
        await agent.deleteVolumeSnapshot({ volumeId: snapshot.volumeId, snapshotId: id })
        await this.#deps.catalogue.volumeSnapshots.remove(id)
      } catch (error) {
        // Cinder gives a busy snapshot back as it was.
        await this.#changeSnapshot(id, { status: isConflict(error) ? 'available' : 'error_deleting' })
        throw error
      }
    })
  }

  /** Changes a volume's record and its time. */
  change(id: string, change: (volume: Volume) => Volume): Promise<Volume> {
    const updatedMs = this.#deps.clock.now()
    return this.#deps.catalogue.volumes.update(id, (volume) => ({ ...change(volume), updatedMs }))
  }

  /** What a restart cut off ends as when cinder-volume starts: in `error`. */
  async recover(): Promise<void> {
    for (const { id, status } of await this.#deps.catalogue.volumes.list()) {
      if (status === 'creating' || status === 'downloading')
        await this.change(id, (volume) => ({ ...volume, status: 'error' }))
      if (status === 'deleting') await this.change(id, (volume) => ({ ...volume, status: 'error_deleting' }))
      if (status === 'attaching' || status === 'reserved')
        await this.change(id, (volume) => ({ ...volume, status: 'available' }))
    }
    for (const { id, status } of await this.#deps.catalogue.volumeSnapshots.list()) {
      if (status === 'creating') await this.#changeSnapshot(id, { status: 'error' })
      if (status === 'deleting') await this.#changeSnapshot(id, { status: 'error_deleting' })
    }
  }

  async #create(volume: Volume, source: VolumeSource): Promise<void> {
    try {
      if (!this.#deps.sites.isUp(volume.availabilityZone)) throw noBackend(volume.availabilityZone)
      const { agent } = this.#deps.sites.connection(volume.availabilityZone)
      await agent.createVolume({
        volumeId: volume.id,
        sizeBytes: volume.sizeGib * GiB,
        source: source.agentSource,
      })
      await this.change(volume.id, (current) => ({ ...current, status: 'available', bootable: source.bootable }))
    } catch (error) {
      await this.change(volume.id, (current) => ({ ...current, status: 'error' }))
      throw error
    }
  }

  async #createSnapshot({ id, volumeId, availabilityZone }: VolumeSnapshot): Promise<void> {
    try {
      if (!this.#deps.sites.isUp(availabilityZone)) throw noBackend(availabilityZone)
      await this.#deps.sites.connection(availabilityZone).agent.createVolumeSnapshot({ volumeId, snapshotId: id })
      await this.#changeSnapshot(id, { status: 'available', progress: '100%' })
    } catch (error) {
      await this.#changeSnapshot(id, { status: 'error' })
      throw error
    }
  }

  async #changeSnapshot(id: string, change: Partial<VolumeSnapshot>): Promise<void> {
    const updatedMs = this.#deps.clock.now()
    await this.#deps.catalogue.volumeSnapshots.update(id, (snapshot) => ({ ...snapshot, ...change, updatedMs }))
  }

  async #guestRuns(volume: Volume): Promise<boolean> {
    const servers = await Promise.all(
      volume.attachments.map(({ serverId }) => this.#deps.catalogue.servers.get(serverId)),
    )
    return servers.some((server) => server?.vmState === 'active')
  }

  async #source(actor: Actor, request: NewVolume): Promise<VolumeSource> {
    if (request.imageId) return imageSource(await this.#usableImage(actor, request.imageId))
    if (request.snapshotId) {
      const snapshot = await this.getSnapshot(actor, request.snapshotId)
      requireReady('snapshot', snapshot.status, ['available'])
      return snapshotSource(snapshot, await this.get(actor, snapshot.volumeId))
    }
    if (request.sourceVolumeId) {
      const volume = await this.get(actor, request.sourceVolumeId)
      requireReady('source volume', volume.status, ['available', 'in-use'])
      return volumeSource(volume)
    }
    return { what: 'nothing', sizeGib: 0, minimumGib: 0, minDiskGib: 0, bootable: false, imageMetadata: {} }
  }

  async #usableImage(actor: Actor, id: string): Promise<GlanceImage> {
    const image = await this.#deps.images.get(actor, id)
    if (image.status === 'active') return image
    throw new InvalidArgumentError(
      `Invalid image identifier or unable to access requested image: Image ${id} is not active.`,
      { id, status: image.status },
    )
  }
}

interface VolumeSource {
  readonly what: 'image' | 'snapshot' | 'source volume' | 'nothing'
  /** What the volume gets when nobody says. */
  readonly sizeGib: number
  readonly minimumGib: number
  /** What an image's owner asks for. */
  readonly minDiskGib: number
  readonly bootable: boolean
  readonly imageMetadata: Readonly<Record<string, string>>
  readonly agentSource?: AgentCreateVolume['source']
  /** Where the source is, when the volume must be there too. */
  readonly zone?: string
}

function imageSource(image: GlanceImage): VolumeSource {
  const bytes = image.virtualSizeBytes ?? image.sizeBytes ?? 0
  return {
    what: 'image',
    sizeGib: 0,
    minimumGib: Math.ceil(bytes / GiB),
    minDiskGib: image.minDiskGib,
    bootable: true,
    imageMetadata: keptOfImage(image),
    agentSource: { kind: 'image', image: agentImage(image) },
  }
}

function snapshotSource({ id, volumeId, sizeGib }: VolumeSnapshot, volume: Volume): VolumeSource {
  const agentSource = { kind: 'snapshot', snapshotId: id, volumeId } as const
  return { ...volumeSource(volume), what: 'snapshot', sizeGib, minimumGib: sizeGib, agentSource }
}

function volumeSource(volume: Volume): VolumeSource {
  return {
    what: 'source volume',
    sizeGib: volume.sizeGib,
    minimumGib: volume.sizeGib,
    minDiskGib: 0,
    bootable: volume.bootable,
    imageMetadata: volume.imageMetadata,
    agentSource: { kind: 'volume', volumeId: volume.id },
    zone: volume.availabilityZone,
  }
}

/** The image as a site's drivers need to know it. */
export function agentImage(image: GlanceImage): AgentImage {
  const { id, diskFormat = '', sizeBytes = 0, locations } = image
  return { id, diskFormat, sizeBytes, locations }
}

/** What Cinder copies of an image: its `os_glance_*` properties too, as the real one does. */
function keptOfImage(image: GlanceImage): Record<string, string> {
  const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  const { os_glance_import_task: _, ...properties } = image.properties
  return {
    ...properties,
    image_id: image.id,
    image_name: image.name,
    checksum: text(image.checksum),
    container_format: text(image.containerFormat),
    disk_format: text(image.diskFormat),
    min_disk: text(image.minDiskGib),
    min_ram: text(image.minRamMib),
    size: text(image.sizeBytes),
  }
}

/** @throws InvalidArgumentError with Cinder's texts */
function requireSize(sizeGib: number, { what, minimumGib, minDiskGib }: VolumeSource): void {
  if (!Number.isInteger(sizeGib) || sizeGib < 1) {
    throw invalidInput(`Volume size '${sizeGib}' must be an integer and greater than 0`)
  }
  if (sizeGib < minimumGib) throw invalidInput(tooSmall(what, sizeGib, minimumGib))
  if (sizeGib < minDiskGib) {
    throw invalidInput(`Volume size ${sizeGib}GB cannot be smaller than the image minDisk size ${minDiskGib}GB.`)
  }
}

function tooSmall(what: VolumeSource['what'], sizeGib: number, minimumGib: number): string {
  if (what === 'image') return `Size of specified image ${minimumGib}GB is larger than volume size ${sizeGib}GB.`
  const source = what === 'snapshot' ? 'the snapshot size' : 'original volume size'
  const original = what === 'snapshot' ? 'snapshot' : 'volume'
  return `Volume size ${sizeGib}GB cannot be smaller than ${source} ${minimumGib}GB. They must be >= original ${original} size.`
}

/** @throws InvalidArgumentError with Cinder's text */
function requireReady(what: 'snapshot' | 'source volume', status: string, ready: readonly string[]): void {
  if (ready.includes(status)) return
  const kind = what === 'snapshot' ? 'snapshot' : 'volume'
  throw new InvalidArgumentError(
    `Invalid ${kind}: Originating ${what} status must be one of '${ready.join(', ')}' values`,
    { status },
  )
}

const invalidInput = (reason: string) => new InvalidArgumentError(`Invalid input received: ${reason}`)

const isConflict = (error: unknown): boolean => error instanceof DomainError && error.code === 'conflict'

const noBackend = (zone: string) =>
  new NotFoundError(`No valid backend was found. No weighed backends available in zone ${zone}`, { zone })
