import type { CallOptions } from '../rbd.ts'

/** Pools beyond what `Rbd` has: `ceph osd pool` and `rbd pool`. What they are like, `Status.report` tells. */
export interface Pools {
  /**
   * An empty pool that no application uses yet.
   * @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL); OutOfRangeError (ERANGE) for more placement
   * groups than the osds may have; UnsupportedError (EOPNOTSUPP) for an erasure-coded one
   */
  create(pool: string, options?: NewPoolOptions & CallOptions): Promise<void>
  /**
   * Removes a pool with all its images.
   * @throws NotFoundError (ENOENT); ForbiddenError (EPERM) unless `again` is the name, `sure` is set and
   * `mon_allow_pool_delete` allows it; ConflictError (EBUSY) while images of other pools stand on it
   */
  remove(pool: string, options?: { again?: string; sure?: boolean } & CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
  rename(pool: string, newName: string, options?: CallOptions): Promise<void>
  /** `ceph osd pool set`. @throws InvalidArgumentError (EINVAL); ForbiddenError (EPERM) for one replica, unless sure */
  set(pool: string, variable: string, value: string, options?: { sure?: boolean } & CallOptions): Promise<void>
  /** What is given changes; 0 lifts a quota. */
  setQuota(pool: string, quota: { maxBytes?: number; maxObjects?: number } & CallOptions): Promise<void>
  /** @throws ForbiddenError (EPERM) where there is another one, unless sure */
  enableApplication(pool: string, application: string, options?: { sure?: boolean } & CallOptions): Promise<void>
  /** @throws ForbiddenError (EPERM) unless sure */
  disableApplication(pool: string, application: string, options?: { sure?: boolean } & CallOptions): Promise<void>
  /** A key-value pair of an application; without a value the pair goes. @throws NotFoundError (ENOENT) */
  setApplication(pool: string, application: string, pair: { key: string; value?: string } & CallOptions): Promise<void>
  /** `rbd pool init`: ready for RBD; nothing where it is. @throws ForbiddenError (EPERM) unless forced */
  init(pool: string, options?: { force?: boolean } & CallOptions): Promise<void>
  /** `rbd pool stats` */
  stats(pool: string, options?: { namespace?: string | undefined } & CallOptions): Promise<PoolStats>
}

export interface NewPoolOptions {
  /** 0, as if it were not given, is the cluster's default. */
  readonly pgNum?: number | undefined
  readonly pgpNum?: number | undefined
  /** `replicated` */
  readonly type?: string | undefined
  readonly rule?: string | undefined
  readonly replicas?: number | undefined
}

export interface PoolStats {
  readonly images: number
  readonly snapshots: number
  readonly provisionedBytes: number
  readonly trashedImages: number
  readonly trashedSnapshots: number
  readonly trashedProvisionedBytes: number
}
