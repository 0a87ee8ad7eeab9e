import { DomainError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { GiB } from '#kernel/units/bytes.ts'
import { type RunningServer, serverDisk, volumeImage } from '#openstack/site-agent.ts'
import { requireServerAction } from '#openstack/states/server.ts'
import type { BackgroundWork } from '../background-work.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Actor, maySee } from '../identity/actor.ts'
import type { GlanceImage } from '../images/image.ts'
import type { ImageService } from '../images/image-service.ts'
import type { SiteRegistry } from '../sites/site-registry.ts'
import type { Volume } from '../volumes/volume.ts'
import { agentImage, type VolumeService } from '../volumes/volume-service.ts'
import type { Flavor, Network, Server, ServerAddress } from './server.ts'
import type { Tenancy } from './tenancy.ts'

export interface NewServer {
  readonly name: string
  readonly flavorId: string
  readonly keyName: string
  readonly networkIds: readonly string[]
  /** Ids or names. */
  readonly securityGroups: readonly string[]
  /** The hub's zone when absent. */
  readonly availabilityZone?: string | undefined
  /** One of image and volume. */
  readonly imageId?: string | undefined
  readonly volumeId?: string | undefined
}

export interface ServerDeps {
  readonly clock: Clock
  readonly random: Random
  readonly catalogue: Catalogue
  readonly sites: SiteRegistry
  readonly images: ImageService
  readonly volumes: VolumeService
  readonly tenancy: Tenancy
  readonly work: BackgroundWork
}

/** Nova's API, scheduler and conductor at the hub; a site's agent is its compute hosts. */
export class ServerService {
  readonly #deps: ServerDeps

  constructor(deps: ServerDeps) {
    this.#deps = deps
  }

  /**
   * Accepts a server and answers while it is BUILD; it ends ACTIVE, or ERROR with a fault.
   * @throws InvalidArgumentError, NotFoundError naming the prerequisite that is missing (A53)
   */
  async create(actor: Actor, request: NewServer): Promise<Server> {
    const { sites, tenancy } = this.#deps
    const zone = request.availabilityZone || sites.hub
    if (!sites.exists(zone)) {
      throw new InvalidArgumentError(`The requested availability zone is not available: ${zone}`, { zone })
    }
    const flavor = await tenancy.flavor(request.flavorId)
    await tenancy.requireKeypair(request.keyName)
    const networks = await tenancy.networks(request.networkIds)
    const securityGroups = await tenancy.securityGroups(request.securityGroups)
    const root = await this.#root(actor, request, zone, flavor)
    if (root.volume) await this.#reserve(root.volume.id)
    const now = this.#deps.clock.now()
    const server: Server = {
      id: this.#deps.random.uuid(),
      name: request.name,
      vmState: 'building',
      taskState: 'scheduling',
      availabilityZone: zone,
      host: '',
      imageId: root.image?.id,
      rootVolumeId: root.volume?.id,
      flavorId: flavor.id,
      keyName: request.keyName,
      addresses: [],
      securityGroups,
      userId: actor.user,
      projectId: actor.project,
      createdMs: now,
      updatedMs: now,
    }
    await this.#deps.catalogue.servers.insert(server)
    this.#deps.work.start(`build server ${server.id}`, () => this.#build(server, root, flavor, networks))
    return server
  }

  async get(actor: Actor, id: string): Promise<Server> {
    const server = await this.#deps.catalogue.servers.get(id)
    if (!server || !maySee(actor, server.projectId))
      throw new NotFoundError(`Instance ${id} could not be found.`, { id })
    return server
  }

  /** Newest first. */
  async list(actor: Actor, filter: { readonly name?: string } = {}): Promise<readonly Server[]> {
    const servers = await this.#deps.catalogue.servers.list({ name: filter.name || undefined })
    return servers.filter(({ projectId }) => maySee(actor, projectId)).reverse()
  }

  async stop(actor: Actor, id: string): Promise<void> {
    const server = await this.get(actor, id)
    requireServerAction('stop', server)
    await this.#power(server, { taskState: 'powering-off', vmState: 'stopped' })
  }

  async start(actor: Actor, id: string): Promise<void> {
    const server = await this.get(actor, id)
    requireServerAction('start', server)
    await this.#power(server, { taskState: 'powering-on', vmState: 'active' })
  }

  async delete(actor: Actor, id: string): Promise<void> {
    const server = await this.get(actor, id)
    await this.#change(id, { taskState: 'deleting' })
    this.#deps.work.start(`delete server ${id}`, async () => {
      try {
        if (server.host) {
          const { agent } = await this.#deps.sites.reach(server.availabilityZone)
          await agent.destroyServer(powerRequest(server))
        }
        if (server.rootVolumeId) await this.#releaseVolume(server.rootVolumeId, server.id)
        await this.#deps.catalogue.servers.remove(id)
      } catch (error) {
        await this.#fail(id, error)
        throw error
      }
    })
  }

  /** What must run at a site: told to its process when it starts. */
  async runningAt(site: string): Promise<readonly RunningServer[]> {
    const servers = await this.#deps.catalogue.servers.list()
    return servers
      .filter(({ availabilityZone, vmState }) => availabilityZone === site && vmState === 'active')
      .map((server) => ({ serverId: server.id, disks: [rootDisk(server)] }))
  }

  /** What a restart cut off ends as when nova-compute starts. */
  async recover(): Promise<void> {
    for (const server of await this.#deps.catalogue.servers.list()) {
      if (server.vmState === 'building') {
        await this.#fail(server.id, new InvalidArgumentError('Instance build was cut off by a restart of the service'))
        if (server.rootVolumeId) await this.#releaseVolume(server.rootVolumeId, server.id)
      } else if (server.taskState) {
        await this.#change(server.id, { taskState: '' })
      }
    }
  }

  /** Runs an action under a task state that keeps others out, and clears it at the end. */
  async whileTask<T>(server: Server, taskState: string, action: () => Promise<T>): Promise<T> {
    await this.#change(server.id, { taskState })
    try {
      return await action()
    } finally {
      await this.#change(server.id, { taskState: '' })
    }
  }

  async #root(actor: Actor, request: NewServer, zone: string, flavor: Flavor): Promise<Root> {
    if (request.volumeId) return { volume: await this.#bootVolume(actor, request.volumeId, zone) }
    if (!request.imageId)
      throw new InvalidArgumentError('Invalid imageRef provided: a server needs an image or a volume.')
    const image = await this.#deps.images.get(actor, request.imageId)
    if (image.status !== 'active') {
      throw new InvalidArgumentError(`Image ${image.id} is not active.`, { id: image.id, status: image.status })
    }
    const imageBytes = image.virtualSizeBytes ?? image.sizeBytes ?? 0
    if (flavor.diskGib > 0 && imageBytes > flavor.diskGib * GiB) {
      throw new InvalidArgumentError(
        `Flavor's disk is too small for requested image. Flavor disk is ${flavor.diskGib * GiB} bytes, image is ${imageBytes} bytes.`,
        { flavor: flavor.name, image: image.id },
      )
    }
    return { image }
  }

  async #bootVolume(actor: Actor, id: string, zone: string): Promise<Volume> {
    const volume = await this.#deps.volumes.get(actor, id)
    // `cross_az_attach` is false in a DCN (D15).
    if (volume.availabilityZone !== zone) {
      throw new InvalidArgumentError(
        'The availability zone between the server and its attached volumes do not match: Server and volumes are not in ' +
          `the same availability zone. Server is in: ${zone}. Volumes are in: ${volume.availabilityZone}.`,
        { server: zone, volume: volume.availabilityZone },
      )
    }
    requireAvailable(volume)
    if (!volume.bootable) {
      throw new InvalidArgumentError(`Block Device ${id} is not bootable.`, { id })
    }
    return volume
  }

  async #build(server: Server, root: Root, flavor: Flavor, networks: readonly Network[]): Promise<void> {
    const { sites } = this.#deps
    try {
      const host = await this.#schedule(server.availabilityZone)
      await this.#change(server.id, { host, taskState: 'spawning', addresses: this.#addresses(server, networks) })
      if (root.volume) await this.#attach(root.volume.id, server.id, host)
      await sites.connection(server.availabilityZone).agent.spawnServer({
        serverId: server.id,
        host,
        root: root.volume
          ? { kind: 'volume', volumeId: root.volume.id }
          : { kind: 'image', image: agentImage(root.image!), diskBytes: flavor.diskGib * GiB },
      })
      await this.#change(server.id, { vmState: 'active', taskState: '', launchedMs: this.#deps.clock.now() })
    } catch (error) {
      if (root.volume) await this.#releaseVolume(root.volume.id, server.id, { reserved: true })
      await this.#fail(server.id, error)
      throw error
    }
  }

  /** The site's host with the fewest servers. @throws NotFoundError with Nova's text when the site is away */
  async #schedule(zone: string): Promise<string> {
    const hosts = this.#deps.sites.settings().find(({ id }) => id === zone)?.hosts ?? []
    if (hosts.length === 0 || !this.#deps.sites.isUp(zone)) {
      throw new NotFoundError('No valid host was found. There are not enough hosts available.', { zone })
    }
    const servers = await this.#deps.catalogue.servers.list()
    const load = (host: string) => servers.filter((server) => server.host === host).length
    return hosts.reduce((best, host) => (load(host) < load(best) ? host : best))
  }

  async #power(server: Server, to: { taskState: string; vmState: 'active' | 'stopped' }): Promise<void> {
    await this.#change(server.id, { taskState: to.taskState })
    this.#deps.work.start(`${to.taskState} server ${server.id}`, async () => {
      try {
        const { agent } = await this.#deps.sites.reach(server.availabilityZone)
        await (to.vmState === 'active'
          ? agent.powerOnServer(powerRequest(server))
          : agent.powerOffServer(powerRequest(server)))
        await this.#change(server.id, { taskState: '', vmState: to.vmState })
      } catch (error) {
        await this.#change(server.id, { taskState: '' })
        throw error
      }
    })
  }

  async #attach(volumeId: string, serverId: string, hostName: string): Promise<void> {
    const attachment = {
      attachmentId: this.#deps.random.uuid(),
      serverId,
      hostName,
      device: '/dev/vda',
      attachedMs: this.#deps.clock.now(),
    }
    await this.#deps.volumes.change(volumeId, (volume) => ({ ...volume, status: 'in-use', attachments: [attachment] }))
  }

  /** Keeps a volume for a server that is about to be built. @throws InvalidArgumentError when another was quicker */
  async #reserve(volumeId: string): Promise<void> {
    await this.#deps.volumes.change(volumeId, (volume) => {
      requireAvailable(volume)
      return { ...volume, status: 'reserved' }
    })
  }

  /**
   * Gives a volume back, unless another server has it by now.
   * @param reserved - a reservation too: for the build that made it
   */
  async #releaseVolume(volumeId: string, serverId: string, { reserved = false } = {}): Promise<void> {
    await this.#deps.volumes.change(volumeId, (volume) => {
      const { status, attachments } = volume
      const attached = attachments.some((attachment) => attachment.serverId === serverId)
      const ours = attached || (reserved && status === 'reserved')
      return ours ? { ...volume, status: 'available', attachments: [] } : volume
    })
  }

  /** A failed build keeps no port (INV09). */
  async #fail(id: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error)
    const code = error instanceof DomainError && error.code === 'not_found' ? 404 : 500
    const fault = { code: message.startsWith('No valid host') ? 500 : code, message, createdMs: this.#deps.clock.now() }
    await this.#change(id, { vmState: 'error', taskState: '', addresses: [], fault })
  }

  #addresses(server: Server, networks: readonly Network[]): readonly ServerAddress[] {
    const random = this.#deps.random.stream(`ports/${server.id}`)
    return networks.map(({ name }) => {
      const mac = Buffer.from(random.bytes(3)).toString('hex').match(/../g)!
      return {
        network: name,
        address: `10.${1 + random.integer(250)}.${random.integer(250)}.${10 + random.integer(240)}`,
        mac: ['fa', '16', '3e', ...mac].join(':'),
      }
    })
  }

  async #change(id: string, change: Partial<Server>): Promise<void> {
    const updatedMs = this.#deps.clock.now()
    await this.#deps.catalogue.servers.update(id, (server) => ({ ...server, ...change, updatedMs }))
  }
}

/** @throws InvalidArgumentError with Nova's text */
function requireAvailable({ id, status }: Volume): void {
  if (status === 'available') return
  throw new InvalidArgumentError(
    `Invalid volume: volume '${id}' status must be 'available'. Currently in '${status}' status.`,
    { id, status },
  )
}

interface Root {
  readonly image?: GlanceImage
  readonly volume?: Volume
}

/** The disk that a server boots from. */
export const rootDisk = (server: Server) =>
  server.rootVolumeId ? volumeImage(server.rootVolumeId) : serverDisk(server.id)

function powerRequest({ id, host, rootVolumeId }: Server) {
  return { serverId: id, host, rootVolumeId }
}
