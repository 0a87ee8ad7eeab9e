import type { CallOptions, RbdImageSpec, RbdSnapshotSpec } from '../rbd.ts'

/** What can be changed about the snapshots that an image has, or may have. */
export interface SnapshotSettings {
  /** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST), for the snapshot's own name too; InvalidArgumentError (EINVAL) */
  rename(snapshot: RbdSnapshotSpec, newName: string, options?: CallOptions): Promise<void>
  /**
   * How many snapshots the image may have: one more is refused (QuotaExceededError, EDQUOT).
   * @throws OutOfRangeError (ERANGE) when there are more already
   */
  setLimit(image: RbdImageSpec, limit: number, options?: CallOptions): Promise<void>
  clearLimit(image: RbdImageSpec, options?: CallOptions): Promise<void>
}
