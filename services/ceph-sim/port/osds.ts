import type { CallOptions } from '../rbd.ts'

/**
 * Osds and what happens to them: what an administrator does (`ceph osd ...`), and what only a simulator can (`stop`,
 * `start`, `fail`, `replace`). Every call fails with NotFoundError (ENOENT) for an osd that there is not. What the osds
 * are like, `Status.report` tells.
 */
export interface Osds {
  /** A daemon that runs is back two seconds later, unless `noup` is set. */
  markDown(osd: number, options?: CallOptions): Promise<void>
  /** Its data goes to others, as far as there are any. */
  markOut(osd: number, options?: CallOptions): Promise<void>
  markIn(osd: number, options?: CallOptions): Promise<void>
  /** @param weight - 0 (out) to 1 @throws InvalidArgumentError (EINVAL) */
  reweight(osd: number, weight: number, options?: CallOptions): Promise<void>
  /**
   * `ceph osd lost`: groups of which nothing is left start anew, empty.
   * @throws ForbiddenError (EPERM) unless sure; ConflictError (EBUSY) while it is up
   */
  declareLost(osd: number, options?: { sure?: boolean } & CallOptions): Promise<void>

  /** The daemon stops and stays away; its data waits on its disk. */
  stop(osd: number, options?: CallOptions): Promise<void>
  /** @throws ConflictError (EBUSY) when its disk has failed */
  start(osd: number, options?: CallOptions): Promise<void>
  /** The disk dies with all that is on it. */
  fail(osd: number, options?: CallOptions): Promise<void>
  /** An empty disk in its place, up and in; data comes back from the other replicas. */
  replace(osd: number, options?: CallOptions): Promise<void>

  /** What was copied so that there are as many replicas as there should be. */
  recovery(options?: CallOptions): Promise<RecoveryReport>
  /** Every image and snapshot that has lost data for good, by pool and name: the head first, then snapshots by id. */
  damage(options?: CallOptions): Promise<readonly ImageDamage[]>
  /** Where an object is: its placement group, and the osds that should have it and that have it. */
  locate(pool: string, object: string, options?: CallOptions): Promise<ObjectPlacement>
}

/** State is reached at once; times are those that copying would have taken with the osds' bandwidth. */
export interface RecoveryReport {
  /** Since the cluster was made. */
  readonly bytes: number
  readonly objects: number
  /** Of the last recovery; 0 before there was any. */
  readonly lastBytes: number
  readonly lastObjects: number
  readonly lastStartedMs: number
  readonly lastEndsMs: number
}

export interface ImageDamage {
  readonly pool: string
  /** Empty for the default one. */
  readonly namespace: string
  readonly image: string
  /** Absent for the head. */
  readonly snapshot?: string
  /** Lost objects without which something of it is missing, a parent's included. */
  readonly objects: number
  readonly bytes: number
  /** Where a read fails with EIO: merged, in order. */
  readonly ranges: readonly { readonly offset: number; readonly lengthBytes: number }[]
  /** Some or all of it was lost in a parent. */
  readonly inherited: boolean
  /**
   * RADOS objects (`rbd_header.…`) that a real image cannot be opened without, and that are lost too; here its data can
   * still be read.
   */
  readonly metadata: readonly string[]
}

export interface ObjectPlacement {
  readonly epoch: number
  readonly poolId: number
  /** `2.1f` */
  readonly group: string
  /** The hash of the object's name. */
  readonly hash: number
  /** The primary first. */
  readonly up: readonly number[]
  readonly acting: readonly number[]
}
