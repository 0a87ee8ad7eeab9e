import type {
  Cloud,
  CloudFlavor,
  CloudImage,
  CloudImages,
  CloudNetwork,
  CloudSecurityGroup,
  CloudServer,
  CloudServers,
  CloudVolume,
  CloudVolumeSnapshot,
  CloudVolumes,
  ImportRequest,
} from '#cli/commands/cloud.ts'
import { ConflictError, InvalidArgumentError, NotFoundError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { Clock } from '#kernel/time/clock.ts'

const project = '19503413fcfe46cbba34faa3d776f98a'
const user = '738db60621384759ae27fc8df9e036ac'

/**
 * A small cloud in memory for tests of commands: two zones that are also stores, names and sizes are kept, every
 * operation is done at once, except that a server is BUILD and a volume `creating` until it is looked at again.
 */
export class FakeCloud implements Cloud {
  /** The times that a command slept, in milliseconds. */
  readonly sleeps: number[] = []
  readonly imports: ImportRequest[] = []
  readonly uploads: { readonly id: string; readonly store: string | undefined; readonly bytes: Uint8Array }[] = []
  readonly images: CloudImages
  readonly volumes: CloudVolumes
  readonly servers: CloudServers
  readonly sites: Cloud['sites']
  readonly clock: Clock
  readonly allowFailureByDefault?: boolean
  /** What a new server becomes. */
  serverEnd: 'ACTIVE' | 'ERROR' = 'ACTIVE'
  #now = Date.UTC(2026, 10, 20, 11, 0, 0, 250)
  #drawn = 0
  readonly #images = new Map<string, CloudImage>()
  readonly #volumes = new Map<string, CloudVolume>()
  readonly #snapshots = new Map<string, CloudVolumeSnapshot>()
  readonly #servers = new Map<string, CloudServer>()
  readonly #flavors: CloudFlavor[] = []
  readonly #networks: CloudNetwork[] = []
  readonly #groups: CloudSecurityGroup[] = []
  readonly #stores = ['central', 'dcn0', 'dcn1']

  constructor(options: { readonly allowFailureByDefault?: boolean } = {}) {
    if (options.allowFailureByDefault !== undefined) this.allowFailureByDefault = options.allowFailureByDefault
    this.clock = {
      now: () => this.#now,
      sleep: async (ms) => {
        this.sleeps.push(ms)
        this.#now += ms
      },
      sleepUntil: async (at) => {
        this.#now = at
      },
    }
    this.images = this.#makeImages()
    this.volumes = this.#makeVolumes()
    this.servers = this.#makeServers()
    const list = async () => []
    this.sites = { list, listLinks: list, listTraffic: list, setLink: () => unsupported('setLink') }
  }

  #id(): string {
    this.#drawn++
    return `00000000-0000-4000-8000-${String(this.#drawn).padStart(12, '0')}`
  }

  #makeImages(): CloudImages {
    const images = this.#images
    const get = (id: string) => found(images.get(id), `No image found with ID ${id}`)
    const change = (id: string, fields: Partial<CloudImage>): CloudImage => {
      const image = { ...get(id), ...fields, updatedMs: this.#now }
      images.set(id, image)
      return image
    }
    const at = (id: string, store: string) => ({ url: `rbd://fsid-${store}/images/${id}/snap`, store })
    return {
      listStores: async () =>
        this.#stores.map((id) => ({
          id,
          description: `${id} rbd glance store`,
          isDefault: id === 'central',
          type: 'rbd',
          properties: { pool: 'images', chunk_size: '8388608', thin_provisioning: 'false' },
        })),
      importMethods: async () => ['glance-direct', 'web-download', 'copy-image'],
      create: async (request) => {
        const id = request.id ?? this.#id()
        const { diskFormat, containerFormat } = request
        images.set(id, {
          id,
          name: request.name ?? '',
          status: 'queued',
          visibility: request.visibility ?? 'shared',
          protected: request.protected ?? false,
          minDiskGib: request.minDiskGib ?? 0,
          minRamMib: request.minRamMib ?? 0,
          owner: project,
          osHidden: false,
          tags: request.tags ?? [],
          locations: [],
          properties: Object.entries(request.properties ?? {}).map(([name, value]) => ({ name, value })),
          createdMs: this.#now,
          updatedMs: this.#now,
          ...(diskFormat === undefined ? {} : { diskFormat }),
          ...(containerFormat === undefined ? {} : { containerFormat }),
        })
        return get(id)
      },
      upload: async (id, store, data) => {
        const bytes = await collect(data)
        this.uploads.push({ id, store, bytes })
        return change(id, { status: 'active', sizeBytes: bytes.length, locations: [at(id, store ?? 'central')] })
      },
      stage: async (id, data) => {
        const bytes = await collect(data)
        this.uploads.push({ id, store: undefined, bytes })
        return change(id, { status: 'uploading', sizeBytes: bytes.length })
      },
      import: async (request) => {
        this.imports.push(request)
        const image = get(request.imageId)
        const held = new Set(image.locations.map(({ store }) => store))
        const asked = request.allStores
          ? this.#stores.filter((store) => !held.has(store))
          : (request.stores ?? ['central'])
        const taken = asked.find((store) => held.has(store))
        if (taken) throw new InvalidArgumentError(`Image is already present at store '${taken}'`)
        const locations = [...image.locations, ...asked.map((store) => at(image.id, store))]
        change(image.id, { status: 'active', locations })
        return { taskId: this.#id() }
      },
      get: async (id) => get(id),
      list: async (filter) =>
        newestFirst(images).filter(({ name }) => filter?.name === undefined || name === filter.name),
      update: async (id, { setProperties, unsetProperties, ...fields }) => {
        const kept = get(id).properties.filter(({ name }) => !unsetProperties?.includes(name) && !setProperties?.[name])
        const added = Object.entries(setProperties ?? {}).map(([name, value]) => ({ name, value }))
        const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
        return change(id, { ...set, properties: [...kept, ...added] })
      },
      delete: async (id) => void images.delete(get(id).id),
      deleteFromStore: async (id, store) => {
        const { locations } = get(id)
        change(id, { locations: locations.filter((location) => location.store !== store) })
      },
      listTasks: async () => [],
      download: async function* (id) {
        get(id)
        yield new TextEncoder().encode(`data of ${id}`)
      },
      listCopies: async () => [],
    }
  }

  #makeVolumes(): CloudVolumes {
    const volumes = this.#volumes
    const get = (id: string) => found(volumes.get(id), `Volume ${id} could not be found.`)
    const snapshot = (id: string) => found(this.#snapshots.get(id), `Snapshot ${id} could not be found.`)
    return {
      create: async (request) => {
        const zone = request.availabilityZone ?? 'central'
        if (!this.#stores.includes(zone)) throw new InvalidArgumentError(`Availability zone '${zone}' is invalid.`)
        const id = this.#id()
        const made: CloudVolume = {
          id,
          name: request.name ?? '',
          status: 'creating',
          sizeGib: request.sizeGib ?? 0,
          availabilityZone: zone,
          bootable: false,
          volumeType: '__DEFAULT__',
          attachments: [],
          imageMetadata: [],
          userId: user,
          projectId: project,
          createdMs: this.#now,
        }
        volumes.set(id, { ...made, status: 'available', bootable: request.imageId !== undefined })
        return made
      },
      get: async (id) => get(id),
      list: async (filter) =>
        newestFirst(volumes).filter(({ name }) => filter?.name === undefined || name === filter.name),
      delete: async (id) => void volumes.delete(get(id).id),
      createSnapshot: async ({ volumeId, name, force }) => {
        const { status, sizeGib } = get(volumeId)
        if (status !== 'available' && !force) {
          throw new InvalidArgumentError(
            `Invalid volume: Volume ${volumeId} status must be available, but current status is: ${status}.`,
          )
        }
        const id = this.#id()
        const common = { id, name: name ?? '', volumeId, sizeGib, projectId: project, createdMs: this.#now }
        this.#snapshots.set(id, { ...common, status: 'available', progress: '100%', consistency: 'clean' })
        return { ...common, status: 'creating', progress: '0%', consistency: 'clean' }
      },
      getSnapshot: async (id) => snapshot(id),
      listSnapshots: async (filter) =>
        newestFirst(this.#snapshots).filter(({ name }) => filter?.name === undefined || name === filter.name),
      deleteSnapshot: async (id) => void this.#snapshots.delete(snapshot(id).id),
    }
  }

  #makeServers(): CloudServers {
    const servers = this.#servers
    const get = (id: string) => found(servers.get(id), `Instance ${id} could not be found.`)
    const set = (id: string, fields: Partial<CloudServer>) => void servers.set(id, { ...get(id), ...fields })
    const look = (server: CloudServer): CloudServer => {
      if (server.status !== 'BUILD') return server
      const { taskState, ...rest } = server
      const up = this.serverEnd === 'ACTIVE'
      const end = { status: this.serverEnd, vmState: up ? 'active' : 'error', powerState: up ? 1 : 0 }
      servers.set(server.id, { ...rest, ...end })
      return server
    }
    const move = async (id: string, from: string, to: string) => {
      if (get(id).status !== from) throw new ConflictError(`Cannot move instance ${id} while it is ${get(id).status}`)
      set(id, { status: to, powerState: to === 'ACTIVE' ? 1 : 4 })
    }
    return {
      create: async (request) => {
        const id = this.#id()
        const { imageId, keyName, volumeId } = request
        const made: CloudServer = {
          id,
          name: request.name,
          status: 'BUILD',
          vmState: 'building',
          taskState: 'scheduling',
          powerState: 0,
          availabilityZone: request.availabilityZone ?? 'central',
          flavorId: request.flavorId,
          flavorName: this.#flavors.find((flavor) => flavor.id === request.flavorId)?.name ?? '',
          addresses: [],
          securityGroups: ['default'],
          volumeIds: volumeId === undefined ? [] : [volumeId],
          userId: user,
          projectId: project,
          createdMs: this.#now,
          updatedMs: this.#now,
          instanceName: '',
          ...(imageId === undefined ? {} : { imageId }),
          ...(keyName === undefined ? {} : { keyName }),
        }
        servers.set(id, made)
        if (volumeId) this.#attach(volumeId, id)
        return made
      },
      get: async (id) => look(get(id)),
      list: async (filter) =>
        newestFirst(servers)
          .filter(({ name }) => filter?.name === undefined || name === filter.name)
          .map(look),
      delete: async (id) => void servers.delete(get(id).id),
      stop: (id) => move(id, 'ACTIVE', 'SHUTOFF'),
      start: (id) => move(id, 'SHUTOFF', 'ACTIVE'),
      createImage: async (id, name) => {
        const image = await this.images.create({ name, diskFormat: 'raw', containerFormat: 'bare' })
        const { availabilityZone } = get(id)
        this.#images.set(image.id, {
          ...image,
          status: 'active',
          locations: [{ url: `rbd://fsid-${availabilityZone}/images/${image.id}/snap`, store: availabilityZone }],
        })
        return image.id
      },
      listFlavors: async () => this.#flavors,
      createFlavor: async (flavor) => {
        const made = { ...flavor, id: flavor.id ?? this.#id() }
        this.#flavors.push(made)
        return made
      },
      listKeypairs: async () => [],
      createKeypair: async (name) => ({ name, fingerprint: '00:11:22' }),
      listNetworks: async () => this.#networks,
      createNetwork: async ({ name, site }) => {
        const made = { id: this.#id(), name, ...(site === undefined ? {} : { site }) }
        this.#networks.push(made)
        return made
      },
      listSecurityGroups: async () => this.#groups,
      createSecurityGroup: async (name) => {
        const made = { id: this.#id(), name }
        this.#groups.push(made)
        return made
      },
      listAvailabilityZones: async () => this.#stores.map((name) => ({ name, available: true })),
      computeLog: async () => [],
    }
  }

  #attach(volumeId: string, serverId: string): void {
    const volume = this.#volumes.get(volumeId)
    if (!volume) return
    const attachment = { attachmentId: this.#id(), serverId, device: '/dev/vda', attachedMs: this.#now }
    this.#volumes.set(volumeId, { ...volume, status: 'in-use', attachments: [attachment] })
  }
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new NotFoundError(message)
  return value
}

function newestFirst<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map.values()].reverse()
}

async function collect(data: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of data) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function unsupported(what: string): Promise<never> {
  throw new UnsupportedError(`the fake cloud has no ${what}`)
}
