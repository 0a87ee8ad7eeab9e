import type { CallOptions } from '../rbd.ts'

/** How a cluster is, as `ceph status`, `df`, `health` and `osd ...` tell it, and the settings that those depend on. */
export interface Status {
  report(options?: CallOptions): Promise<ClusterStatus>
  /** `ceph osd set noout`. @throws InvalidArgumentError (EINVAL) for a flag that there is not */
  setFlag(flag: string, options?: CallOptions): Promise<void>
  unsetFlag(flag: string, options?: CallOptions): Promise<void>
  /** `ceph osd set-full-ratio` and its kin. @throws InvalidArgumentError (EINVAL) outside of 0 to 1 */
  setRatio(ratio: RatioName, value: number, options?: CallOptions): Promise<void>
}

export type RatioName = 'full' | 'backfillfull' | 'nearfull'
export type HealthSeverity = 'HEALTH_WARN' | 'HEALTH_ERR'

/** Everything at one moment. Times are milliseconds since the Unix epoch. */
export interface ClusterStatus {
  readonly name: string
  readonly fsid: string
  readonly nowMs: number
  /** When monitor and manager were started. */
  readonly startedMs: number
  /** `mon_host` of the daemons' configuration. */
  readonly monitorAddress: string
  /** The name of the host on which the osds are. */
  readonly host: string
  readonly osdMap: OsdMapReport
  readonly osds: readonly OsdUsage[]
  readonly groups: GroupTotals
  readonly totalBytes: number
  readonly usedBytes: number
  readonly availBytes: number
  /** By id. */
  readonly pools: readonly PoolReport[]
  /** By code. */
  readonly health: readonly HealthCheck[]
  /** What recovery would be copying now. */
  readonly recoveryBytesPerSecond: number
  readonly recoveryObjectsPerSecond: number
}

export interface OsdMapReport {
  readonly epoch: number
  readonly createdMs: number
  readonly modifiedMs: number
  /** Set by the administrator: `noout`, ... */
  readonly flags: readonly string[]
  readonly fullRatio: number
  readonly backfillFullRatio: number
  readonly nearFullRatio: number
  readonly minCompatClient: string
}

export interface OsdUsage {
  readonly id: number
  readonly up: boolean
  readonly upSinceMs: number
  readonly inSinceMs: number
  /** 0 is out. */
  readonly reweight: number
  /** In TiB, as CRUSH weighs it. */
  readonly weight: number
  readonly sizeBytes: number
  readonly dataBytes: number
  /** Log and metadata of the osd itself. */
  readonly metaBytes: number
  /** Placement groups that have data there. */
  readonly groups: number
  /** The disk has failed and is not replaced. */
  readonly failed: boolean
}

export interface GroupTotals {
  readonly total: number
  /** Most first. */
  readonly states: readonly { readonly state: string; readonly count: number }[]
  /** Groups whose data is not where the map wants it. */
  readonly remapped: number
  /** Copies of objects that there should be. */
  readonly copies: number
  readonly degradedCopies: number
  readonly misplacedCopies: number
}

export interface PoolReport {
  readonly id: number
  readonly name: string
  readonly replicas: number
  readonly minSize: number
  /** How many copies of its data there are, in the mean. */
  readonly copies: number
  readonly pgNum: number
  readonly pgpNum: number
  readonly crushRule: string
  /** `hashpspool`, `full`, `full_quota`, `selfmanaged_snaps`, ..., in Ceph's order. */
  readonly flags: readonly string[]
  /** 0 is none. */
  readonly quotaMaxBytes: number
  readonly quotaMaxObjects: number
  readonly applications: readonly PoolApplication[]
  readonly options: readonly PoolOption[]
  readonly createdMs: number
  readonly lastChange: number
  readonly snapEpoch: number
  /** The newest id of a snapshot; 0 when there was none. */
  readonly snapSeq: number
  /** `2~1`: what osds have still to trim. */
  readonly removedSnapshotsQueue: string
  /** Bytes of all objects, RBD's own included. */
  readonly storedBytes: number
  /** Raw: whole allocation units, once for each replica. */
  readonly usedBytes: number
  /** Those that only snapshots have included. */
  readonly objects: number
  readonly clones: number
  /** Copies that there should be and that are not there. */
  readonly degradedCopies: number
  /** Objects of which no copy is left. */
  readonly lostObjects: number
  readonly maxAvailBytes: number
  /** Since the cluster was started. */
  readonly io: PoolIo
}

export interface PoolApplication {
  readonly name: string
  readonly pairs: readonly PoolOption[]
}
export interface PoolOption {
  readonly key: string
  readonly value: string
}
export interface PoolIo {
  readonly reads: number
  readonly readBytes: number
  readonly writes: number
  readonly writtenBytes: number
}

export interface HealthCheck {
  /** `POOL_FULL`, ... */
  readonly code: string
  readonly severity: HealthSeverity
  readonly summary: string
  readonly count: number
  readonly detail: readonly string[]
}
