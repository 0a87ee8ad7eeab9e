import type { HubProcessFile } from '#central/config.ts'
import type { SiteSpec, Topology } from '#cli/topology/topology.ts'
import { hubOf, storeSites } from '#cli/topology/topology.ts'
import type { EdgeProcessConfig } from '#edge/process-config.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import type { StateDirectory, WorldRecord } from './state-directory.ts'

/** What every process of a world is told; each role's process reads it from its settings file. */
export interface SettingsContext {
  readonly state: StateDirectory
  readonly world: WorldRecord
  readonly topology: Topology
  /** host:port where a process should listen: its old address, or any port. */
  listen(process: string): string
}

/** Nova's hosts at a site: `dcn0-compute-0`. A site that only stores still has one to run its volume service on. */
export function hostsOf(site: SiteSpec): readonly string[] {
  return Array.from({ length: Math.max(1, site.hosts) }, (_, i) => `${site.id}-compute-${i}`)
}

export function hubSettings(context: SettingsContext): HubProcessFile {
  const { state, world, topology } = context
  const hub = hubOf(topology)
  return {
    clock: world.clock,
    seed: world.seed,
    listen: context.listen(hub.id),
    catalogue: state.catalogue,
    stagingDirectory: state.staging,
    hostDiskDirectory: state.hostDisks(hub.id),
    etcDirectory: state.etc,
    sites: topology.sites.map((site) => ({ id: site.id, role: site.role, hosts: [...hostsOf(site)] })),
    neverDownloadImageIfOnRbd: hub.nova.neverDownloadImageIfOnRbd,
    stores: storeSites(topology).map(({ id, store }) => ({
      id,
      description: store!.description,
      isDefault: store!.isDefault,
    })),
    cluster: world.split ? { kind: 'remote' } : embeddedCluster(context, hub),
    wan: {
      hubEgressBitsPerSecond: finite(topology.hubEgressBitsPerSecond),
      hubIngressBitsPerSecond: finite(topology.hubIngressBitsPerSecond),
      links: topology.sites.flatMap(({ id, link }) =>
        link
          ? [
              {
                site: id,
                downBitsPerSecond: finite(link.downBitsPerSecond),
                upBitsPerSecond: finite(link.upBitsPerSecond),
                rttMs: link.rttMs,
              },
            ]
          : [],
      ),
    },
    glance: {
      methods: [...topology.glance.importMethods],
      uris: { allowedSchemes: ['http', 'https'], allowedPorts: [] },
      conversion: topology.glance.importPlugins.includes('image_conversion'),
      thinProvisioning: topology.glance.thinProvisioning,
    },
    volumeServerImage: topology.profile.snapshotOfVolumeServer,
    volumeForceRequired: topology.profile.volumeForceRequired,
    linkFile: state.linkFile,
    tenancy: {
      flavors: topology.tenant.flavors.map(({ name, vcpus, ramBytes, diskBytes }) => ({
        name,
        vcpus,
        ramMib: ramBytes / MiB,
        diskGib: diskBytes / GiB,
      })),
      keypairs: [...topology.tenant.keypairs],
      networks: topology.tenant.networks.map(({ name, site = '' }) => ({ name, site })),
      securityGroups: [...topology.tenant.securityGroups],
    },
  }
}

export function edgeSettings(context: SettingsContext, site: SiteSpec, hubAddress: string): EdgeProcessConfig {
  const { state, world } = context
  const etcDirectory = state.etc
  return {
    clock: world.clock,
    seed: world.seed,
    site: { id: site.id, hosts: [...hostsOf(site)], neverDownloadImageIfOnRbd: site.nova.neverDownloadImageIfOnRbd },
    listen: context.listen(site.id),
    hubAddress,
    hostDiskDirectory: state.hostDisks(site.id),
    cluster: world.split
      ? { kind: 'remote', address: '', etcDirectory }
      : { ...embeddedCluster(context, site), etcDirectory },
  }
}

/** Settings of a cluster in a process of its own. */
export function clusterSettings(context: SettingsContext, site: SiteSpec) {
  const { kind: _, ...cluster } = embeddedCluster(context, site)
  return {
    clock: context.world.clock,
    seed: context.world.seed,
    name: site.id,
    listen: context.listen(`${site.id}-ceph`),
    etcDirectory: context.state.etc,
    ...cluster,
  }
}

function embeddedCluster({ state, world }: SettingsContext, site: SiteSpec) {
  const { replicas, osds, osdSizeBytes, pools, fullPolicy, conf } = site.ceph!
  return {
    kind: 'embedded' as const,
    fsid: world.fsids[site.id]!,
    directory: state.cluster(site.id),
    capacity: { replicas, osds, osdSizeBytes },
    pools: [...pools],
    fullPolicy,
    conf: { ...conf },
  }
}

/** JSON has no infinity: 0 is unlimited. */
function finite(bitsPerSecond: number): number {
  return Number.isFinite(bitsPerSecond) ? bitsPerSecond : 0
}
