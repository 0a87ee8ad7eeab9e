import type { Hub, HubSettings } from '#central/app.ts'
import { openSqliteCatalogue, type SqliteCatalogue } from '#central/catalogue/sqlite-catalogue.ts'
import { type Actor, operator } from '#central/identity/actor.ts'
import { type Digester, InlineDigester } from '#central/images/digest.ts'
import { type GlanceImage, type ImageTask, type ImportRequest, importProperties } from '#central/images/image.ts'
import type { Flavor, Server } from '#central/servers/server.ts'
import type { ClusterCapacity } from '#ceph-sim/app.ts'
import type { Content } from '#ceph-sim/rbd.ts'
import type { CopyOnBootOptions } from '#edge/images/copy-on-boot.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { GiB } from '#kernel/units/bytes.ts'
import type { LinkConfig } from '#kernel/wan/link.ts'
import type { Direction, TrafficCount } from '#kernel/wan/wan.ts'
import type { VmState } from '#openstack/states/server.ts'
import { WorldHub } from './dcn/world-hub.ts'
import { WorldSite } from './dcn/world-site.ts'
import { FakeWeb } from './fake-web.ts'
import { MemoryStaging } from './memory-staging.ts'

export interface DcnWorldOptions {
  /** Default dcn0 and dcn1. */
  readonly edges?: readonly string[]
  /** Compute hosts of each site; default 3. */
  readonly hosts?: number
  /** Every edge's link; default 100 Mbit/s and 40 ms, as in the A.1 scenario. */
  readonly link?: Partial<Omit<LinkConfig, 'site'>>
  readonly neverDownload?: boolean
  readonly thin?: boolean
  readonly conversion?: boolean
  readonly volumeServerImage?: HubSettings['volumeServerImage']
  readonly methods?: readonly string[]
  readonly allowedPorts?: readonly number[]
  /** By site; default 3 OSDs of 100 GiB, 3 replicas. */
  readonly capacity?: Readonly<Record<string, ClusterCapacity>>
  readonly copyOnBoot?: (site: string) => CopyOnBootOptions
  /** Default `InlineDigester`. */
  readonly digester?: Digester
  readonly seed?: string
}

const startMs = Date.UTC(2026, 10, 20, 8)
const heartbeatMs = 10_000
const capacity: ClusterCapacity = { osds: 3, osdSizeBytes: 100 * GiB, replicas: 3 }

/** The fsids of the seed's listing; other sites get one of their own. */
const fsids: Readonly<Record<string, string>> = {
  central: 'd25504ce-459f-432d-b6fa-79854d786f2b',
  dcn0: '0c10d6b5-a455-4c4d-bd53-8f2b9357c3c7',
  dcn1: '8649d6c3-dcb3-4aae-8c19-8c2fe5a853ac',
}

/** A whole DCN in this process, in virtual time: hub, sites, clusters, WAN. Time stands still unless it is run. */
export class DcnWorld {
  readonly clock = new VirtualClock(startMs)
  readonly staging = new MemoryStaging()
  readonly web = new FakeWeb(this.clock)
  readonly catalogue: SqliteCatalogue = openSqliteCatalogue(':memory:')
  /** What the hub wrote into its log. */
  readonly log: { readonly message: string; readonly fields: object }[] = []
  readonly #states = new Map<string, GlanceImage[]>()
  readonly #options: DcnWorldOptions
  readonly #random: SeededRandom
  readonly #digester: Digester
  readonly #sites = new Map<string, WorldSite>()
  readonly #hubs: WorldHub[] = []

  private constructor(options: DcnWorldOptions) {
    this.#options = options
    this.#random = new SeededRandom(options.seed ?? 'dcn')
    this.#digester = options.digester ?? new InlineDigester()
  }

  static async start(options: DcnWorldOptions): Promise<DcnWorld> {
    const world = new DcnWorld(options)
    for (const id of ['central', ...world.edges]) world.#sites.set(id, await world.#startSite(id))
    await world.startHub()
    for (const id of world.edges) void world.#report(world.site(id))
    await world.until('all sites are up', () => world.edges.every((id) => world.hub.sites.isUp(id)))
    return world
  }

  get edges(): readonly string[] {
    return this.#options.edges ?? ['dcn0', 'dcn1']
  }

  get hub(): Hub {
    return this.#current.hub
  }

  site(id: string): WorldSite {
    const site = this.#sites.get(id)
    if (!site) throw new Error(`there is no site ${id}`)
    return site
  }

  sites(): readonly WorldSite[] {
    return [...this.#sites.values()]
  }

  /** Runs virtual time until the work is done. */
  async run<T>(work: Promise<T> | (() => Promise<T>), limitMs = 24 * 3_600_000): Promise<T> {
    const done = typeof work === 'function' ? work() : work
    const tooLong = this.clock.sleep(limitMs).then(() => {
      throw new Error(`not done after ${limitMs / 1000} simulated seconds`)
    })
    return this.clock.runUntil(Promise.race([done, tooLong]))
  }

  /** Runs virtual time until something holds, looking every `stepMs`. */
  async until(
    what: string,
    holds: () => boolean | Promise<boolean>,
    { limitMs = 24 * 3_600_000, stepMs = 20 }: { readonly limitMs?: number; readonly stepMs?: number } = {},
  ): Promise<void> {
    const endMs = this.clock.now() + limitMs
    await this.clock.advance(0)
    while (!(await holds())) {
      if (this.clock.now() >= endMs) throw new Error(`not after ${limitMs / 1000} simulated seconds: ${what}`)
      await this.clock.advance(stepMs)
    }
  }

  advance(durationMs: number): Promise<void> {
    return this.clock.advance(durationMs)
  }

  cutLink(site: string): void {
    this.#current.wan.setLink(site, { state: 'down' })
  }

  healLink(site: string): void {
    this.#current.wan.setLink(site, { state: 'up' })
  }

  killHub(): void {
    this.#current.kill()
    this.site('central').kill()
  }

  /** The first process of the hub, or the next after `killHub`. */
  async startHub(): Promise<void> {
    const { clock, staging, web, catalogue } = this
    const central = this.site('central')
    if (central.dead) await central.restart()
    const next = new WorldHub({
      clock,
      staging,
      web,
      catalogue,
      random: this.#hubs.length === 0 ? this.#random : this.#random.stream(`after/${this.#hubs.length}`),
      digester: this.#digester,
      settings: this.#settings(),
      wan: { links: this.edges.map((site) => this.#link(site)) },
      onImage: (image) => this.states(image.id).push(image),
      onLog: (message, fields) => this.log.push({ message, fields }),
    })
    await next.hub.start()
    await next.adopt(central)
    this.#hubs.push(next)
  }

  async restartSite(id: string): Promise<void> {
    const site = this.site(id)
    await site.restart()
    void this.#report(site)
  }

  /** Every state that an image's record was in, oldest first. */
  states(imageId: string): GlanceImage[] {
    const states = this.#states.get(imageId) ?? []
    this.#states.set(imageId, states)
    return states
  }

  /** Makes an image from content. */
  async upload(
    image: {
      readonly name?: string
      readonly id?: string
      readonly diskFormat?: string
      readonly store?: string
      readonly content: Iterable<Content>
      readonly sizeBytes?: number
    },
    actor: Actor = operator,
  ): Promise<GlanceImage> {
    const { name = 'image', id, diskFormat = 'raw', store = 'central', content, sizeBytes } = image
    const created = await this.hub.images.create(actor, { name, id, diskFormat, containerFormat: 'bare' })
    const pieces = (async function* () {
      yield* content
    })()
    return this.run(this.hub.images.upload(actor, created.id, { store, sizeBytes, content: pieces }))
  }

  /** Starts an import and runs time until its task has ended. */
  async import(imageId: string, request: ImportRequest, actor: Actor = operator): Promise<ImageTask> {
    const task = await this.hub.imports.start(actor, imageId, request)
    if (!task) throw new Error(`no task: there was nothing to import for ${imageId}`)
    return this.ended(task)
  }

  /** `glance image-import --import-method copy-image`, which lets stores fail (T14). */
  copy(imageId: string, stores: readonly string[], request: Partial<ImportRequest> = {}): Promise<ImageTask> {
    return this.import(imageId, { method: 'copy-image', stores, allStoresMustSucceed: false, ...request })
  }

  /** Asks for a server with the tenant's flavor, key, network and group; it is BUILD then. */
  async boot(request: {
    readonly site: string
    readonly imageId?: string
    readonly volumeId?: string
    readonly name?: string
    readonly flavor?: 'tiny' | 'as-image'
  }): Promise<Server> {
    const { site, imageId, volumeId, name = 'server', flavor = 'tiny' } = request
    const [{ id: flavorId }] = (await this.catalogue.flavors.list({ name: flavor })) as [Flavor]
    const [network] = await this.catalogue.networks.list({ name: 'dcn0-network' })
    return this.hub.servers.create(operator, {
      name,
      imageId,
      volumeId,
      flavorId,
      keyName: 'dcn0-key',
      networkIds: site === 'dcn0' ? [network!.id] : [],
      securityGroups: ['basic'],
      availabilityZone: site,
    })
  }

  /** Runs time until a server is in a state and idle. */
  async serverIs(id: string, vmState: VmState): Promise<Server> {
    const server = () => this.hub.servers.get(operator, id)
    await this.until(`server ${id} is ${vmState}`, async () => {
      const now = await server()
      return now.vmState === vmState && now.taskState === ''
    })
    return server()
  }

  /** Makes a volume and runs time until it is there. */
  async volume(request: { readonly site: string; readonly sizeGib: number; readonly imageId?: string }) {
    const { site, ...source } = request
    const { id } = await this.hub.volumes.create(operator, { name: 'volume', availabilityZone: site, ...source })
    const volume = () => this.hub.volumes.get(operator, id)
    await this.until(`volume ${id} is made`, async () => (await volume()).status !== 'creating')
    return volume()
  }

  /** The task when it has ended and its image is not locked by it any more. */
  async ended({ id, imageId }: ImageTask): Promise<ImageTask> {
    const task = async () => (await this.catalogue.tasks.get(id))!
    await this.until(`import ${id} ends`, async () => {
      const { status } = await task()
      const image = await this.catalogue.images.get(imageId)
      return (status === 'success' || status === 'failure') && image?.properties[importProperties.task] !== id
    })
    return task()
  }

  async image(id: string): Promise<GlanceImage> {
    return this.hub.images.get(operator, id)
  }

  async storesOf(id: string): Promise<readonly string[]> {
    return (await this.image(id)).locations.map(({ store }) => store)
  }

  /** The `os_hash_value` of a copy's bytes as they lie in its cluster. */
  storedHash(store: string, imageId: string): Promise<string> {
    return this.hashOf(this.site(store).rbd.read({ pool: 'images', image: imageId, snapshot: 'snap' }, {}))
  }

  /** The hash that this world's Glance computes of content. */
  async hashOf(content: AsyncIterable<Content> | Iterable<Content>): Promise<string> {
    const stream = this.#digester.start()
    for await (const piece of content) await stream.update(piece)
    return (await stream.finish()).osHashValue
  }

  /** What has crossed so far, under all processes of the hub. */
  traffic(): readonly TrafficCount[] {
    return this.#hubs.flatMap(({ wan }) => wan.traffic())
  }

  /** Image bytes that have crossed so far. */
  imageBytes(filter: { readonly site?: string; readonly direction?: Direction } = {}): number {
    const { site, direction } = filter
    return this.traffic()
      .filter((row) => row.class === 'image')
      .filter((row) => (site === undefined || row.site === site) && (!direction || row.direction === direction))
      .reduce((sum, { bytes }) => sum + bytes, 0)
  }

  async stop(): Promise<void> {
    await this.hub.stop()
    for (const site of this.sites()) {
      site.kill()
      await site.cluster.stop()
    }
    await this.catalogue.close()
  }

  get #current(): WorldHub {
    return this.#hubs.at(-1)!
  }

  #startSite(id: string): Promise<WorldSite> {
    const { copyOnBoot, neverDownload, capacity: capacities } = this.#options
    const random = this.#random
    return WorldSite.start({
      clock: this.clock,
      random,
      config: { id, hosts: this.#hosts(id), neverDownloadImageIfOnRbd: neverDownload, copyOnBoot: copyOnBoot?.(id) },
      fsid: fsids[id] ?? random.stream(`fsid/${id}`).uuid(),
      capacity: capacities?.[id] ?? capacity,
      hub: () => this.#current.forSite(id === 'central' ? undefined : id),
    })
  }

  /** What an edge's process does beside its work: it registers, and reports that it is alive. */
  async #report(site: WorldSite): Promise<void> {
    while (!site.dead) {
      try {
        await this.#current.reports.register(site)
        for (;;) {
          await this.clock.sleep(heartbeatMs)
          if (site.dead) return
          await this.#current.reports.heartbeat(site)
        }
      } catch {
        await this.clock.sleep(200)
      }
    }
  }

  #hosts(id: string): readonly string[] {
    return Array.from({ length: this.#options.hosts ?? 3 }, (_, i) => `${id}-compute-${i}`)
  }

  #link(site: string): LinkConfig {
    return { site, downBitsPerSecond: 100e6, upBitsPerSecond: 100e6, rttMs: 40, ...this.#options.link }
  }

  #settings(): HubSettings {
    const { methods, allowedPorts, conversion, thin, volumeServerImage } = this.#options
    const ids = ['central', ...this.edges]
    return {
      sites: ids.map((id) => ({ id, role: id === 'central' ? 'hub' : 'edge', hosts: this.#hosts(id) })),
      stores: ids.map((id) => ({ id, description: `${id} rbd glance store`, isDefault: id === 'central' })),
      imports: {
        methods: methods ?? ['glance-direct', 'web-download', 'copy-image'],
        uris: { allowedSchemes: ['http', 'https'], allowedPorts: allowedPorts ?? [80, 443] },
        conversion: conversion ?? true,
      },
      thinProvisioning: thin ?? false,
      volumeServerImage: volumeServerImage ?? 'data-image',
      tenancy: {
        flavors: [
          { name: 'tiny', vcpus: 1, ramMib: 512, diskGib: 8 },
          { name: 'as-image', vcpus: 1, ramMib: 512, diskGib: 0 },
        ],
        keypairs: ['dcn0-key'],
        networks: [{ name: 'dcn0-network', site: 'dcn0' }],
        securityGroups: ['basic'],
      },
      serviceDownMs: 60_000,
    }
  }
}

export function startDcnWorld(options: DcnWorldOptions = {}): Promise<DcnWorld> {
  return DcnWorld.start(options)
}
