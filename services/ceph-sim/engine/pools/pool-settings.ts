/** What can be set on a pool, and what the map notes of it. Durable, plain data; a checkpoint keeps it as it is. */
export interface PoolSettings {
  /** Fewer replicas than this, and a placement group serves nobody. */
  readonly minSize: number
  readonly pgpNum: number
  readonly crushRule: string
  /** Bytes; 0 is no quota. */
  readonly quotaMaxBytes: number
  readonly quotaMaxObjects: number
  /** Key-value pairs of each application that the pool is enabled for: `{ rbd: {} }`. */
  readonly applications: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Flags and options that were set (`nodelete`, `compression_mode`, ...) and do nothing else here but the guards. */
  readonly options: Readonly<Record<string, string>>
  readonly createdMs: number
  /** Epochs of the osd map. */
  readonly lastChange: number
  readonly snapEpoch: number
  /** `rbd pool init` was there: the pool has its `rbd_info`, and self-managed snapshots. */
  readonly initialized: boolean
  /** When the snapshot that `rbd pool init` tries was removed; osds trim it a little later. */
  readonly trimmedFromMs?: number
  /** Made by the first removal of an image, which goes through the trash. */
  readonly hasTrashDirectory: boolean
}

export const defaultCrushRule = 'replicated_rule'

/** `osd_pool_default_min_size`, which 0 leaves to the replicas: more than half of them. */
export function defaultMinSize(replicas: number, configured = 0): number {
  return configured > 0 ? Math.min(configured, replicas) : replicas - Math.floor(replicas / 2)
}

/** Those of a pool that is ready for RBD, which a pool is unless it was made bare. */
export function defaultPoolSettings({ replicas, pgNum }: { replicas: number; pgNum: number }): PoolSettings {
  return {
    minSize: defaultMinSize(replicas),
    pgpNum: pgNum,
    crushRule: defaultCrushRule,
    quotaMaxBytes: 0,
    quotaMaxObjects: 0,
    applications: { rbd: {} },
    options: {},
    createdMs: 0,
    lastChange: 1,
    snapEpoch: 1,
    initialized: true,
    hasTrashDirectory: false,
  }
}

/** Those of a pool that `ceph osd pool create` has just made. */
export const barePool = { applications: {}, initialized: false, snapEpoch: 0 } as const satisfies Partial<PoolSettings>
