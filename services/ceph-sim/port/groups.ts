import type { CallOptions, NamespaceOptions, RbdImageSpec } from '../rbd.ts'

/** Groups of images that are snapshotted at one instant (`rbd group`). */
export interface Groups {
  /** @throws AlreadyExistsError (EEXIST); InvalidArgumentError (EINVAL) for the name */
  create(group: GroupSpec, options?: CallOptions): Promise<void>
  /** Removes its snapshots with it, and lets its members go. @throws NotFoundError (ENOENT) */
  remove(group: GroupSpec, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
  rename(group: GroupSpec, newName: string, options?: CallOptions): Promise<void>
  /** By name. */
  list(pool: string, options?: NamespaceOptions & CallOptions): Promise<readonly string[]>
  /** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) for a member of this or another group */
  addImage(group: GroupSpec, image: RbdImageSpec, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT); InvalidArgumentError (EINVAL) for one that is not a member */
  removeImage(group: GroupSpec, image: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Sorted by `pool/image`. */
  listImages(group: GroupSpec, options?: CallOptions): Promise<readonly RbdImageSpec[]>
  /** A snapshot of every member, all of one instant. @throws AlreadyExistsError (EEXIST) */
  createSnapshot(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT) */
  removeSnapshot(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
  renameSnapshot(group: GroupSpec, snapshot: string, newName: string, options?: CallOptions): Promise<void>
  /** In the order in which they were made. */
  listSnapshots(group: GroupSpec, options?: CallOptions): Promise<readonly string[]>
  /** All members become what they were, or none. @throws NotFoundError (ENOENT); NoSpaceError (ENOSPC) */
  rollback(group: GroupSpec, snapshot: string, options?: CallOptions): Promise<void>
}

export interface GroupSpec {
  readonly pool: string
  /** Of the pool; the default name space when absent or empty. */
  readonly namespace?: string
  readonly group: string
}
