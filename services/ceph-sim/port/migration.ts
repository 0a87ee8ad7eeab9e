import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/**
 * Moving an image to another pool, name or name space while it is used (`rbd migration`). The steps are asked for by the
 * destination; `RbdImageInfo.migration` tells how far one is.
 */
export interface Migration {
  /**
   * Makes the destination, which shows the source's content and snapshots at once; the source is hidden in the trash,
   * and its clones are the destination's from now on.
   *
   * @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST); ConflictError (EBUSY) while the source is open, in a
   * group, mirrored or migrating
   */
  prepare(source: RbdImageSpec, destination: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Copies the data. @throws InvalidArgumentError (EINVAL) for an image that does not migrate, or did so already */
  execute(destination: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Removes the source. @throws InvalidArgumentError (EINVAL) unless executed; ConflictError (EBUSY) while open */
  commit(destination: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Removes the destination with what was written to it, and brings the source back. @throws as commit */
  abort(destination: RbdImageSpec, options?: CallOptions): Promise<void>
}
