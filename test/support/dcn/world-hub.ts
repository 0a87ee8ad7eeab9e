import { createHub, type Hub, type HubSettings } from '#central/app.ts'
import type { Catalogue, CatalogueRecord, Table } from '#central/catalogue/catalogue.ts'
import type { Digester } from '#central/images/digest.ts'
import type { GlanceImage } from '#central/images/image.ts'
import { hubForSite } from '#central/sites/hub-for-site.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'
import type { WanConfig } from '#kernel/wan/link.ts'
import type { HubForSite } from '#openstack/site-agent.ts'
import type { FakeWeb } from '../fake-web.ts'
import type { MemoryStaging } from '../memory-staging.ts'
import { Life } from './life.ts'
import type { WorldSite } from './world-site.ts'

/** What outlives a hub's process. */
export interface HubGround {
  readonly clock: Clock
  readonly random: Random
  readonly catalogue: Catalogue
  readonly staging: MemoryStaging
  readonly web: FakeWeb
  readonly digester: Digester
  readonly settings: HubSettings
  readonly wan: WanConfig
  /** Told of every state of every image's record. */
  readonly onImage: (image: GlanceImage) => void
  readonly onLog: (message: string, fields: object) => void
}

const messageBytes = 256

/** One process of the hub. Killed, it falls silent; sites see that it is gone. */
export class WorldHub {
  readonly hub: Hub
  readonly wan: FluidWan
  readonly #own = new Life('silent')
  readonly #seen = new Life('refusing')

  constructor(ground: HubGround) {
    const { clock, random, staging, web, digester, settings, onImage, onLog } = ground
    this.wan = new FluidWan(clock, random.stream('wan'), ground.wan)
    this.hub = createHub(
      {
        clock,
        random,
        digester,
        wan: this.wan,
        catalogue: this.#catalogue(ground.catalogue, onImage),
        staging: this.#own.guard(staging),
        web: this.#own.guard(web),
        log: {
          info: (fields, message) => onLog(message, fields),
          warn: (fields, message) => onLog(message, fields),
        },
      },
      settings,
    )
  }

  get dead(): boolean {
    return this.#own.over
  }

  kill(): void {
    this.#own.end()
    this.#seen.end()
  }

  /** The hub's own site is there without crossing a link. */
  async adopt(site: WorldSite): Promise<void> {
    this.hub.sites.register(site.endpoint('client.openstack', this.#own))
    await site.resume(await this.hub.servers.runningAt(site.id))
  }

  /** The hub as a site's process sees it. */
  forSite(site: string | undefined): HubForSite {
    return this.#seen.guard(hubForSite(this.hub, site))
  }

  /** A site's report that it has started, and later that it is alive. */
  readonly reports = this.#seen.guard({
    register: async (site: WorldSite): Promise<void> => {
      await this.#message(site.id, 'up', 'register')
      this.hub.sites.register(site.endpoint('client.external', this.#own))
      const running = await this.hub.servers.runningAt(site.id)
      await this.#message(site.id, 'down', 'register')
      await site.resume(running)
    },
    heartbeat: async (site: WorldSite): Promise<void> => {
      await this.#message(site.id, 'up', 'heartbeat')
      this.hub.sites.heartbeat(site.id)
    },
  })

  #message(site: string, direction: 'up' | 'down', operation: string): Promise<void> {
    return this.wan.message({ site, direction, class: 'control', operation, bytes: messageBytes })
  }

  #catalogue(catalogue: Catalogue, onImage: (image: GlanceImage) => void): Catalogue {
    const guard = <T extends CatalogueRecord>(table: Table<T>): Table<T> => this.#own.guard(table)
    return {
      images: guard(watched(catalogue.images, onImage)),
      tasks: guard(catalogue.tasks),
      copies: guard(catalogue.copies),
      volumes: guard(catalogue.volumes),
      volumeSnapshots: guard(catalogue.volumeSnapshots),
      servers: guard(catalogue.servers),
      flavors: guard(catalogue.flavors),
      keypairs: guard(catalogue.keypairs),
      networks: guard(catalogue.networks),
      securityGroups: guard(catalogue.securityGroups),
      // The file stays: the next process opens it again.
      close: async () => {},
    }
  }
}

function watched(images: Table<GlanceImage>, onImage: (image: GlanceImage) => void): Table<GlanceImage> {
  return {
    insert: async (image) => {
      await images.insert(image)
      onImage(image)
    },
    update: async (id, change) => {
      const image = await images.update(id, change)
      onImage(image)
      return image
    },
    get: (id) => images.get(id),
    list: (filter) => images.list(filter),
    remove: (id) => images.remove(id),
  }
}
