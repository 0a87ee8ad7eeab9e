import { assertConf } from '#ceph-sim/engine/config/config-options.ts'
import { configOptions } from '#ceph-sim/engine/config/config-schema.ts'
import { ConfigError, type Problem } from '#kernel/config/config-error.ts'
import { nearestHint } from '#kernel/config/nearest.ts'
import { type Path, YamlDocument } from '#kernel/config/yaml-document.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { GiB } from '#kernel/units/bytes.ts'
import type {
  CephSpec,
  GlanceSettings,
  LinkSpec,
  NovaSettings,
  Profile,
  SiteSpec,
  TenantSpec,
  Topology,
} from './topology.ts'
import { type LinkInput, type SiteInput, type TopologyInput, topologySchema } from './topology-schema.ts'

/**
 * Reads a `kind: Topology` file.
 *
 * @param file - how to name the file in problems
 * @throws ConfigError with every problem of the first kind that has any: syntax, then shape, then meaning
 */
export function loadTopology(text: string, file: string): Topology {
  const document = new YamlDocument(text, file)
  const input = document.parse(topologySchema)
  const { topology, problems } = buildTopology(document, input, input.metadata.name)
  if (problems.length > 0) throw new ConfigError(problems)
  return topology
}

/** The cloud's part of a checked document; `problems` says where it contradicts itself. */
export function buildTopology(
  document: YamlDocument,
  input: TopologyInput,
  name: string,
): { readonly topology: Topology; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const complain = (path: Path, message: string) => problems.push(document.problem(path, message))

  checkRoles(input, complain)
  checkConf(input.defaults?.ceph?.conf, ['defaults', 'ceph', 'conf'], complain)
  const sites = input.sites.flatMap((site, index) => buildSites(site, ['sites', index], input, complain))
  sites.sort((a, b) => Number(b.role === 'hub') - Number(a.role === 'hub'))
  checkIds(sites, input, complain)
  checkTenant(input, sites, complain)

  const topology: Topology = {
    name,
    profile: profileOf(input),
    sites,
    hubEgressBitsPerSecond: input.hubEgress ?? Number.POSITIVE_INFINITY,
    hubIngressBitsPerSecond: input.hubIngress ?? Number.POSITIVE_INFINITY,
    glance: glanceOf(input, complain),
    tenant: tenantOf(input),
  }
  return { topology, problems }
}

type Complain = (path: Path, message: string) => void

function checkRoles({ sites }: TopologyInput, complain: Complain): void {
  const hubs = sites.flatMap((site, index) => (site.role === 'hub' ? [index] : []))
  if (hubs.length === 0) complain(['sites'], 'a cloud has exactly one hub: no site has role hub')
  for (const index of hubs.slice(1)) complain(['sites', index, 'role'], 'a cloud has exactly one hub: this is another')
  sites.forEach((site, index) => {
    const path = ['sites', index]
    if (site.role === 'hub') {
      if (site.count !== undefined) complain([...path, 'count'], 'a cloud has exactly one hub: it cannot be a group')
      if (site.link !== undefined) complain([...path, 'link'], 'links belong to edges: each leads to the hub')
      if (site.store?.default === false) complain([...path, 'store', 'default'], "the default store is the hub's")
    } else if (site.store?.default === true) complain([...path, 'store', 'default'], "the default store is the hub's")
  })
}

function buildSites(site: SiteInput, path: Path, input: TopologyInput, complain: Complain): SiteSpec[] {
  const { count } = site
  const ceph = cephOf(site, path, input, complain)
  const link = site.role === 'edge' ? linkOf(site, path, input, complain) : undefined
  const ids =
    count === undefined
      ? [site.id]
      : Array.from({ length: count }, (_, i) => `${site.id}-${String(i + 1).padStart(3, '0')}`)
  return ids.map((id) => ({
    id,
    role: site.role,
    hosts: site.hosts ?? (site.role === 'hub' ? 0 : 1),
    store: {
      type: 'rbd',
      isDefault: site.role === 'hub',
      description: site.store?.description ?? `${id} rbd glance store`,
    },
    ceph,
    ...(link && { link }),
    nova: novaOf(site, input),
  }))
}

/** Replicas and the pools of an OpenStack cloud by Ceph's convention; three OSDs of 100 GiB hold a demo. */
const cephDefaults = {
  replicas: 3,
  osds: 3,
  osdSizeBytes: 100 * GiB,
  pools: ['images', 'volumes', 'vms', 'backups'],
  fullPolicy: 'fail',
} as const
const neededPools = ['images', 'volumes', 'vms'] as const

function cephOf(site: SiteInput, path: Path, input: TopologyInput, complain: Complain): CephSpec {
  const shared = input.defaults?.ceph
  const replicas = site.ceph?.replicas ?? shared?.replicas ?? cephDefaults.replicas
  const osds = site.ceph?.osds ?? shared?.osds ?? cephDefaults.osds
  const osdSizeBytes = site.ceph?.osdSize ?? shared?.osdSize ?? cephDefaults.osdSizeBytes
  const pools: readonly string[] = site.ceph?.pools ?? shared?.pools ?? cephDefaults.pools
  const at = site.ceph ? [...path, 'ceph'] : shared ? ['defaults', 'ceph'] : path
  if (replicas > osds) complain(at, `${replicas} replicas need at least ${replicas} OSDs, and there are ${osds}`)
  for (const pool of neededPools) {
    if (!pools.includes(pool))
      complain([...at, 'pools'], `the pool "${pool}" is missing: Glance, Cinder and Nova keep data there`)
  }
  const fsid = site.ceph?.fsid
  if (fsid !== undefined && site.count !== undefined) {
    complain([...path, 'ceph', 'fsid'], 'the clusters of a group cannot share one fsid')
  }
  checkConf(site.ceph?.conf, [...path, 'ceph', 'conf'], complain)
  const fullPolicy = site.ceph?.fullPolicy ?? shared?.fullPolicy ?? cephDefaults.fullPolicy
  const conf = { ...shared?.conf, ...site.ceph?.conf }
  return { replicas, osds, osdSizeBytes, pools, fullPolicy, conf, ...(fsid !== undefined && { fsid }) }
}

/** Real Ceph passes over what it does not know in a `ceph.conf`; here that is a slip. */
function checkConf(conf: CephSpec['conf'] = {}, path: Path, complain: Complain): void {
  const known = Object.keys(configOptions)
  for (const [name, value] of Object.entries(conf)) {
    if (!known.includes(name)) {
      complain([...path, name], `there is no option "${name}" of Ceph here${nearestHint(name, known)}`)
      continue
    }
    try {
      assertConf({ [name]: value })
    } catch (refusal) {
      complain([...path, name], `${name}: ${asDomainError(refusal).message}`)
    }
  }
}

function linkOf(site: SiteInput, path: Path, input: TopologyInput, complain: Complain): LinkSpec {
  const own = ratesOf(site.link, [...path, 'link'], input, complain)
  const shared = ratesOf(input.defaults?.link, ['defaults', 'link'], input, site.link ? () => {} : complain)
  const down = own.down ?? shared.down
  const up = own.up ?? shared.up
  const rttMs = site.link?.rtt ?? input.defaults?.link?.rtt
  const at = site.link ? [...path, 'link'] : path
  if (down === undefined || up === undefined) {
    complain(at, `the link of ${site.id} has no rate: give it here or in defaults.link`)
  }
  if (rttMs === undefined) complain(at, `the link of ${site.id} has no rtt: give it here or in defaults.link`)
  return { downBitsPerSecond: down ?? 0, upBitsPerSecond: up ?? 0, rttMs: rttMs ?? 0 }
}

function ratesOf(
  link: LinkInput | undefined,
  path: Path,
  input: TopologyInput,
  complain: Complain,
): { readonly down?: number | undefined; readonly up?: number | undefined } {
  if (!link) return {}
  const hub = input.sites.find((site) => site.role === 'hub')
  if (link.to !== undefined && hub && link.to !== hub.id) {
    complain([...path, 'to'], `every link leads to the hub, which is ${hub.id}`)
  }
  if (link.rate !== undefined && link.bandwidth !== undefined) {
    complain([...path, 'bandwidth'], 'rate and bandwidth are the same thing: give one')
  }
  const both = link.rate ?? link.bandwidth
  if (both !== undefined && link.down !== undefined && link.up !== undefined) {
    complain(path, 'with both down and up given, the rate has no meaning')
  }
  return { down: link.down ?? both, up: link.up ?? both }
}

function novaOf(site: SiteInput, input: TopologyInput): NovaSettings {
  return {
    neverDownloadImageIfOnRbd:
      site.nova?.never_download_image_if_on_rbd ?? input.defaults?.nova?.never_download_image_if_on_rbd ?? true,
  }
}

function checkIds(sites: readonly SiteSpec[], input: TopologyInput, complain: Complain): void {
  const seen = new Set<string>()
  for (const { id } of sites) {
    if (seen.has(id)) {
      const index = input.sites.findLastIndex((site) => site.id === id || id.startsWith(`${site.id}-`))
      complain(['sites', index, 'id'], `there are two sites "${id}"`)
    }
    seen.add(id)
  }
  const fsids = input.sites.map((site) => site.ceph?.fsid)
  fsids.forEach((fsid, index) => {
    if (fsid !== undefined && fsids.indexOf(fsid) < index) {
      complain(['sites', index, 'ceph', 'fsid'], 'another cluster has this fsid')
    }
  })
}

function checkTenant({ tenant }: TopologyInput, sites: readonly SiteSpec[], complain: Complain): void {
  const ids = sites.map((site) => site.id)
  const unique = (key: string, names: readonly string[] = []) =>
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) complain(['tenant', key, index], `"${name}" is listed twice`)
    })
  unique(
    'flavors',
    tenant?.flavors?.map((flavor) => flavor.name),
  )
  unique('keypairs', tenant?.keypairs)
  unique(
    'networks',
    tenant?.networks?.map((network) => network.name),
  )
  unique('securityGroups', tenant?.securityGroups)
  tenant?.networks?.forEach(({ site }, index) => {
    if (site !== undefined && !ids.includes(site)) {
      complain(['tenant', 'networks', index, 'site'], `there is no site "${site}"${nearestHint(site, ids)}`)
    }
  })
}

function profileOf({ profile }: TopologyInput): Profile {
  return {
    base: 'rhosp-documented',
    snapshotOfVolumeServer: profile?.snapshotOfVolumeServer ?? 'data-image',
    volumeForceRequired: profile?.volumeForceRequired ?? true,
    copyAllowFailureDefault: profile?.copyAllowFailureDefault ?? true,
  }
}

/** Import methods as DCN sites enable them, conversion on: the seed assumes both. */
function glanceOf({ glance, profile }: TopologyInput, complain: Complain): GlanceSettings {
  const thin = glance?.rbd_thin_provisioning
  if (thin !== undefined && profile?.thinProvisioning !== undefined && thin !== profile.thinProvisioning) {
    complain(['glance', 'rbd_thin_provisioning'], 'contradicts profile.thinProvisioning')
  }
  return {
    importMethods: glance?.enabled_import_methods ?? ['web-download', 'copy-image'],
    importPlugins: glance?.image_import_plugins ?? ['image_conversion'],
    thinProvisioning: thin ?? profile?.thinProvisioning ?? false,
  }
}

function tenantOf({ tenant }: TopologyInput): TenantSpec {
  return {
    flavors: (tenant?.flavors ?? []).map(({ name, vcpus, ram, disk }) => ({
      name,
      vcpus,
      ramBytes: ram,
      diskBytes: disk,
    })),
    keypairs: tenant?.keypairs ?? [],
    networks: (tenant?.networks ?? []).map(({ name, site }) => (site === undefined ? { name } : { name, site })),
    securityGroups: tenant?.securityGroups ?? [],
  }
}
