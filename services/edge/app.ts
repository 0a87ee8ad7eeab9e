import type { Rbd } from '#ceph-sim/rbd.ts'
import { InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { CinderRbdDriver } from '#openstack/drivers/cinder-rbd.ts'
import type { DriverLog } from '#openstack/drivers/driver-log.ts'
import { NovaRbdDriver } from '#openstack/drivers/nova-rbd.ts'
import type { AgentImage, ComputeLogLine, HubForSite, RunningServer, SiteAgent } from '#openstack/site-agent.ts'
import { ComputeLog } from './agent/compute-log.ts'
import { InFlight } from './agent/in-flight.ts'
import { createSiteAgent } from './agent/site-agent.ts'
import type { HostDisk } from './cache/host-disk.ts'
import { conversionOf, ImageCache } from './cache/image-cache.ts'
import type { SiteConfig } from './config.ts'
import { ServerService } from './servers/server-service.ts'
import { VolumeService } from './volumes/volume-service.ts'

export interface SiteDeps {
  readonly clock: Clock
  readonly random: Random
  readonly site: SiteConfig
  /** A session of `client.openstack` on the site's own cluster. */
  readonly rbd: Rbd
  readonly fsid: string
  readonly hub: HubForSite
  readonly hostDisk: HostDisk
  /** Gets every line of the compute log as it is written. */
  readonly onComputeLog?: ((line: ComputeLogLine) => void) | undefined
}

/** A site's OpenStack services: cinder-volume and the compute hosts. No process, no socket, no clock of its own. */
export interface Site {
  readonly agent: SiteAgent
  /** Cleans the image cache of what a crash left and starts its manager. Calling it again does nothing. */
  start(): Promise<void>
  /** After a restart: opens the disks of the servers that should be running here. */
  resume(servers: readonly RunningServer[]): Promise<void>
  /**
   * Puts an image into a host's cache before anybody boots it.
   * @returns whether it had to be downloaded
   */
  cacheImage(host: string, image: AgentImage, options?: { readonly signal?: AbortSignal }): Promise<boolean>
  /** Takes no more calls and ends those under way, each cleaning up after itself. Guests go on. Idempotent. */
  stop(): Promise<void>
}

export function createSite(deps: SiteDeps): Site {
  const { clock, rbd, fsid, hub, hostDisk, site } = deps
  const [firstHost] = site.hosts
  if (firstHost === undefined) throw new InvalidArgumentError(`site ${site.id} has no compute host`)
  // With the hour in its name, so that a restart under the same seed does not give the same names again.
  const random = deps.random.stream(`site/${site.id}/${clock.now()}`)
  const log = new ComputeLog(clock, site.computeLogLines ?? 10_000, deps.onComputeLog)
  // The drivers serve all hosts of a site; what they say is written down at the first one.
  const driverLog: DriverLog = (entry) => log.append(firstHost, entry)
  const inFlight = new InFlight()
  const fetching = { random: random.stream('downloads'), hub, hostDisk }
  const cache = new ImageCache(
    { clock, ...fetching },
    { hosts: site.hosts, maxAgeMs: site.cacheMaxAgeMs, managerIntervalMs: site.cacheManagerIntervalMs },
  )
  const volumes = new VolumeService({
    ...fetching,
    inFlight,
    conversionDirectory: conversionOf(firstHost),
    driver: new CinderRbdDriver(
      { clock, rbd, fsid, log: driverLog },
      { maxCloneDepth: site.maxCloneDepth ?? 5, flattenVolumeFromSnapshot: site.flattenVolumeFromSnapshot ?? false },
    ),
  })
  const servers = new ServerService({
    clock,
    hub,
    rbd,
    cache,
    log,
    inFlight,
    hosts: site.hosts,
    driver: new NovaRbdDriver({ clock, random: random.stream('snapshots'), rbd, fsid, log: driverLog }),
    neverDownload: site.neverDownloadImageIfOnRbd ?? true,
    copyOnBoot: site.copyOnBoot,
  })
  const stopping = new AbortController()
  let managing: Promise<void> | undefined
  return {
    agent: createSiteAgent(volumes, servers, log),
    start: async () => {
      if (managing || stopping.signal.aborted) return
      await cache.recover()
      managing = cache.manage(stopping.signal)
    },
    resume: (running) => servers.resume(running),
    cacheImage: async (host, image, { signal } = {}) => {
      if (!site.hosts.includes(host)) throw new NotFoundError(`Compute host ${host} could not be found.`, { host })
      if (await cache.find(host, image.id)) return false
      const key = `cache ${host} ${image.id} ${random.uuid()}`
      await inFlight.run(key, (work) => cache.fetch(host, image, work), signal)
      return true
    },
    stop: async () => {
      stopping.abort()
      await inFlight.stop()
      await managing
    },
  }
}
