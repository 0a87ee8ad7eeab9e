import type { Rbd } from '#ceph-sim/rbd.ts'
import { InternalError, NotFoundError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { Clock, WaitOptions } from '#kernel/time/clock.ts'
import type { Wan } from '#kernel/wan/wan.ts'
import type { SiteAgent } from '#openstack/site-agent.ts'
import { abortable, patientRbd } from './patient-rbd.ts'
import { shapeAgent, shapeRbd } from './wan-gates.ts'

/** A site as the topology describes it. */
export interface SiteSettings {
  readonly id: string
  readonly role: 'hub' | 'edge'
  /** Compute hosts, e.g. `dcn0-compute-0`. */
  readonly hosts: readonly string[]
}

/** How to reach a site; what a site's process says when it registers. */
export interface SiteEndpoint {
  readonly site: string
  readonly fsid: string
  readonly agent: SiteAgent
  readonly rbd: Rbd
  readonly agentAddress: string
  readonly blockStoreAddress: string
  close(): void
}

export interface SiteStatus {
  readonly id: string
  readonly role: 'hub' | 'edge'
  readonly state: 'up' | 'down' | 'never-seen'
  readonly fsid: string
  readonly lastSeenMs: number
  readonly agentAddress: string
  readonly blockStoreAddress: string
}

/** A site's services, as the hub's services use them: shaped by the WAN, patient while the cluster is away. */
export interface SiteConnection {
  readonly id: string
  readonly fsid: string
  readonly local: boolean
  readonly rbd: Rbd
  readonly agent: SiteAgent
}

interface Entry {
  readonly settings: SiteSettings
  endpoint: SiteEndpoint | undefined
  lastSeenMs: number
  registered: PromiseWithResolvers<void>
}

/** How often a cluster that is away is tried again before its site counts as down: about once a second. */
const triesUntilDown = 60

/** Which sites there are, which of them are up, and how to reach them. */
export class SiteRegistry {
  readonly #clock: Clock
  readonly #wan: Wan
  readonly #serviceDownMs: number
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #connections = new Map<string, SiteConnection>()

  /** @param serviceDownMs - how long a silent site counts as up: Nova's and Cinder's `service_down_time` */
  constructor(clock: Clock, wan: Wan, sites: readonly SiteSettings[], serviceDownMs: number) {
    this.#clock = clock
    this.#wan = wan
    this.#serviceDownMs = serviceDownMs
    this.#entries = new Map(
      sites.map((settings) => [
        settings.id,
        { settings, endpoint: undefined, lastSeenMs: 0, registered: Promise.withResolvers<void>() },
      ]),
    )
  }

  get hub(): string {
    for (const { settings } of this.#entries.values()) if (settings.role === 'hub') return settings.id
    throw new InternalError('the topology has no hub')
  }

  settings(): readonly SiteSettings[] {
    return [...this.#entries.values()].map((entry) => entry.settings)
  }

  register(endpoint: SiteEndpoint): void {
    const entry = this.#entry(endpoint.site)
    if (entry.endpoint && sameAddresses(entry.endpoint, endpoint)) {
      // The old connections find a process that has restarted at its old address by themselves, and calls that are
      // under way to one that has not must go on.
      endpoint.close()
    } else {
      entry.endpoint?.close()
      entry.endpoint = endpoint
      this.#connections.delete(endpoint.site)
    }
    entry.lastSeenMs = this.#clock.now()
    entry.registered.resolve()
    entry.registered = Promise.withResolvers<void>()
  }

  /** @throws UnavailableError when the site must register first, as after a restart of the hub */
  heartbeat(site: string): void {
    const entry = this.#entry(site)
    if (!entry.endpoint) throw new UnavailableError(`site ${site} has not registered with the hub yet`, { site })
    entry.lastSeenMs = this.#clock.now()
  }

  status(): readonly SiteStatus[] {
    return [...this.#entries.values()].map(({ settings, endpoint, lastSeenMs }) => ({
      id: settings.id,
      role: settings.role,
      state: this.#state(settings.id),
      fsid: endpoint?.fsid ?? '',
      lastSeenMs,
      agentAddress: endpoint?.agentAddress ?? '',
      blockStoreAddress: endpoint?.blockStoreAddress ?? '',
    }))
  }

  isUp(site: string): boolean {
    return this.#state(site) === 'up'
  }

  exists(site: string): boolean {
    return this.#entries.has(site)
  }

  /** @throws UnavailableError for a site that has not registered since the hub started */
  connection(site: string): SiteConnection {
    const known = this.#connections.get(site)
    if (known) return known
    const entry = this.#entry(site)
    const { endpoint } = entry
    if (!endpoint) throw new UnavailableError(`site ${site} has not registered with the hub yet`, { site })
    const local = entry.settings.role === 'hub'
    const connection: SiteConnection = {
      id: site,
      fsid: endpoint.fsid,
      local,
      rbd: local ? endpoint.rbd : shapeRbd(this.#patientRbd(entry), this.#wan, site),
      agent: local ? endpoint.agent : shapeAgent(endpoint.agent, this.#wan, site),
    }
    this.#connections.set(site, connection)
    return connection
  }

  /** The connection, waiting for the site to register first. */
  async reach(site: string, { signal }: WaitOptions = {}): Promise<SiteConnection> {
    const entry = this.#entry(site)
    while (!entry.endpoint) await abortable(entry.registered.promise, signal)
    return this.connection(site)
  }

  close(): void {
    for (const entry of this.#entries.values()) entry.endpoint?.close()
  }

  #patientRbd(entry: Entry): Rbd {
    return patientRbd({
      clock: this.#clock,
      current: () => entry.endpoint!.rbd,
      registered: () => entry.registered.promise,
      tryAgainMs: this.#serviceDownMs / triesUntilDown,
    })
  }

  #state(site: string): SiteStatus['state'] {
    const { endpoint, lastSeenMs, settings } = this.#entry(site)
    if (!endpoint) return 'never-seen'
    return settings.role === 'hub' || this.#clock.now() - lastSeenMs < this.#serviceDownMs ? 'up' : 'down'
  }

  #entry(site: string): Entry {
    const entry = this.#entries.get(site)
    if (!entry) throw new NotFoundError(`there is no site ${site}`, { site, sites: [...this.#entries.keys()] })
    return entry
  }
}

function sameAddresses(a: SiteEndpoint, b: SiteEndpoint): boolean {
  return a.fsid === b.fsid && a.agentAddress === b.agentAddress && a.blockStoreAddress === b.blockStoreAddress
}
