import type { SiteEndpoint } from '#central/sites/site-registry.ts'
import { type Cluster, type ClusterCapacity, createCluster } from '#ceph-sim/app.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { decorateRbd } from '#ceph-sim/rbd-decorator.ts'
import { createSite, type Site } from '#edge/app.ts'
import { MemoryHostDisk } from '#edge/cache/memory-host-disk.ts'
import type { SiteConfig } from '#edge/config.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { HubForSite, RunningServer, SiteAgent } from '#openstack/site-agent.ts'
import { Life } from './life.ts'

export interface WorldSiteDeps {
  readonly clock: Clock
  readonly random: Random
  readonly config: SiteConfig
  readonly fsid: string
  readonly capacity: ClusterCapacity
  /** The hub as this site's process reaches it now. */
  readonly hub: () => HubForSite
}

/** What a broken cluster answers instead of working; undefined lets a call pass. */
export type StoreFault = (method: string, parameters: readonly unknown[]) => Error | undefined

interface Incarnation {
  readonly site: Site
  /** What the site's process holds. */
  readonly own: Life
  /** What others hold of it. */
  readonly seen: Life
}

/** A site of a world: its cluster and host disks, and one process after another that works on them. */
export class WorldSite {
  readonly id: string
  readonly cluster: Cluster
  readonly hostDisk: MemoryHostDisk
  /** Makes the cluster fail calls of the hub's services. */
  fault: StoreFault | undefined
  /** Awaited when a call has been carried out and its answer is about to leave. */
  beforeAnswer: ((method: string) => Promise<void>) | undefined
  readonly #deps: WorldSiteDeps
  #now!: Incarnation

  private constructor(deps: WorldSiteDeps) {
    const { clock, random, config, fsid, capacity } = deps
    this.id = config.id
    this.#deps = deps
    this.hostDisk = new MemoryHostDisk(clock)
    this.cluster = createCluster({
      clock,
      random: random.stream(`cluster/${config.id}`),
      name: config.id,
      fsid,
      store: { kind: 'memory' },
      capacity,
    })
  }

  static async start(deps: WorldSiteDeps): Promise<WorldSite> {
    const site = new WorldSite(deps)
    await site.cluster.start()
    await site.restart()
    return site
  }

  /** A session that no fault of the world touches. */
  get rbd(): Rbd {
    return this.session('client.admin')
  }

  get agent(): SiteAgent {
    return this.#now.site.agent
  }

  get dead(): boolean {
    return this.#now.own.over
  }

  session(user: string): Rbd {
    return this.cluster.connect({ user, key: this.cluster.identities.keyOf(user) })
  }

  /** What the hub holds of this site, whichever process works there. */
  endpoint(user: 'client.external' | 'client.openstack', hub: Life): SiteEndpoint {
    const session = this.session(user)
    const answering = decorateRbd(() => session, {
      call: async ({ method, proceed }) => {
        const answer = await proceed()
        await this.beforeAnswer?.(method)
        return answer
      },
    })
    const living = () => this.#now.seen.guard(answering)
    const rbd = decorateRbd(living, {
      call: async ({ method, parameters, proceed }) => {
        this.#mayFail(method, parameters)
        return proceed()
      },
      read: (image, options) => {
        this.#mayFail('read', [image])
        return living().read(image, options)
      },
    })
    const agent = new Proxy({} as SiteAgent, {
      get: (_, name) => Reflect.get(this.#now.seen.guard(this.#now.site.agent), name),
    })
    return {
      site: this.id,
      fsid: this.cluster.fsid,
      agent: hub.guard(agent),
      rbd: hub.guard(rbd),
      agentAddress: `${this.id}:7400`,
      blockStoreAddress: `${this.id}:7401`,
      close: () => {},
    }
  }

  resume(running: readonly RunningServer[]): Promise<void> {
    return this.#now.site.resume(running)
  }

  /** The end of the site's process, as by SIGKILL. */
  kill(): void {
    this.#now.own.end()
    this.#now.seen.end()
  }

  async restart(): Promise<void> {
    const { clock, random, config, fsid, hub } = this.#deps
    const own = new Life('silent')
    const site = createSite({
      clock,
      random,
      site: config,
      fsid,
      rbd: own.guard(this.session('client.openstack')),
      hub: own.guard(dynamicHub(hub)),
      hostDisk: own.guard(this.hostDisk),
    })
    this.#now = { site, own, seen: new Life('refusing') }
    await site.start()
  }

  #mayFail(method: string, parameters: readonly unknown[]): void {
    const error = this.fault?.(method, parameters)
    if (error) throw error
  }
}

/** Asks at each call which hub there is. */
function dynamicHub(hub: () => HubForSite): HubForSite {
  return {
    downloadImage: (imageId, options) => hub().downloadImage(imageId, options),
    copyImageToStore: (request, options) => hub().copyImageToStore!(request, options),
    showImage: (imageId, options) => hub().showImage!(imageId, options),
  }
}
