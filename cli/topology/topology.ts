/**
 * A cloud as its file describes it, checked and in plain numbers. Sizes are bytes, rates bits per second (`Infinity`
 * is unlimited), times milliseconds. `load-topology.ts` makes one from YAML.
 */
export interface Topology {
  readonly name: string
  readonly profile: Profile
  /** The hub first, then the edges in file order, groups (`count`) unfolded. */
  readonly sites: readonly SiteSpec[]
  /** What all links together may take out of, and bring into, the hub. */
  readonly hubEgressBitsPerSecond: number
  readonly hubIngressBitsPerSecond: number
  readonly glance: GlanceSettings
  readonly tenant: TenantSpec
}

/** Where documents and upstream disagree, the file chooses. */
export interface Profile {
  readonly base: 'rhosp-documented'
  /** `openstack server image create` of a volume-backed server: a data image at its site, or upstream's empty pointer. */
  readonly snapshotOfVolumeServer: 'data-image' | 'pointer-image'
  /** Whether a snapshot of an in-use volume needs `--force` (volume API before 3.66). */
  readonly volumeForceRequired: boolean
  /** What the `glance` command sends when `--allow-failure` is not given. */
  readonly copyAllowFailureDefault: boolean
}

export interface SiteSpec {
  /** Also the name of its availability zone, its Ceph cluster and its store. */
  readonly id: string
  readonly role: 'hub' | 'edge'
  /** Nova hosts; 0 is a site that only stores. */
  readonly hosts: number
  /** Absent at a site without storage. */
  readonly store?: StoreSpec
  /** Present exactly where `store` is. */
  readonly ceph?: CephSpec
  /** Absent at the hub: every edge has one link, to the hub. */
  readonly link?: LinkSpec
  readonly nova: NovaSettings
}

export interface StoreSpec {
  readonly type: 'rbd'
  readonly isDefault: boolean
  readonly description: string
}

export interface CephSpec {
  readonly replicas: number
  readonly osds: number
  readonly osdSizeBytes: number
  readonly pools: readonly string[]
  /** What writers meet when there is no room: an error at once, or a wait as in Ceph. */
  readonly fullPolicy: 'fail' | 'wait'
  /** Options of its `ceph.conf`, which go before `ceph config set`. */
  readonly conf: Readonly<Record<string, string>>
  /** Drawn from the seed when absent. */
  readonly fsid?: string
}

/** `down` is hub to site, `up` is site to hub. */
export interface LinkSpec {
  readonly downBitsPerSecond: number
  readonly upBitsPerSecond: number
  readonly rttMs: number
}

export interface NovaSettings {
  /** `[workarounds]/never_download_image_if_on_rbd`, heat's NovaDisableImageDownloadToRbd. */
  readonly neverDownloadImageIfOnRbd: boolean
}

export interface GlanceSettings {
  readonly importMethods: readonly ImportMethod[]
  /** `GlanceImageImportPlugins`. */
  readonly importPlugins: readonly ImportPlugin[]
  /** `rbd_thin_provisioning`: all-zero chunks are neither sent nor stored. */
  readonly thinProvisioning: boolean
}

export type ImportMethod = 'glance-direct' | 'web-download' | 'copy-image'
export type ImportPlugin = 'image_conversion'

export interface TenantSpec {
  readonly flavors: readonly FlavorSpec[]
  readonly keypairs: readonly string[]
  readonly networks: readonly NetworkSpec[]
  readonly securityGroups: readonly string[]
}
export interface FlavorSpec {
  readonly name: string
  readonly vcpus: number
  readonly ramBytes: number
  readonly diskBytes: number
}
export interface NetworkSpec {
  readonly name: string
  /** Reaches every site when absent. */
  readonly site?: string
}

export function hubOf(topology: Topology): SiteSpec {
  const hub = topology.sites.find((site) => site.role === 'hub')
  if (!hub) throw new TypeError(`topology ${topology.name} has no hub`)
  return hub
}

/** The sites that have a store, the hub first: the order of `glance stores-info`. */
export function storeSites(topology: Topology): readonly SiteSpec[] {
  return topology.sites.filter((site) => site.store !== undefined)
}
