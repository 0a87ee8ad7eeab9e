import type { CallOptions, ImageLayout, RbdImageSpec, RbdSpec } from '../rbd.ts'

/**
 * Copies that run inside the cluster (`rbd cp`, `rbd deep cp`, `rbd sparsify`). Each yields how far it has come and is
 * done when the iteration ends; one that is left early or fails stays half done, as librbd leaves it.
 */
export interface Copies {
  /**
   * A flat copy of an image or snapshot, thin by `sparseBytes`; metadata goes along, snapshots and the parent do not.
   * @throws AlreadyExistsError (EEXIST); else as `Rbd.createImage`
   */
  copy(source: RbdSpec, target: RbdImageSpec, options?: CopyOptions & CallOptions): AsyncIterable<CopyProgress>
  /**
   * A copy with the snapshots that the image, or the given snapshot of it, has, protected where they are; a clone of the
   * same parent unless `flatten`.
   */
  deepCopy(source: RbdSpec, target: RbdImageSpec, options?: DeepCopyOptions & CallOptions): AsyncIterable<CopyProgress>
  /**
   * Gives back the room of zeros at an image's head, in runs of `sparseBytes`.
   * @throws InvalidArgumentError (EINVAL) unless that is a power of two between 4 KiB and the object size
   */
  sparsify(image: RbdImageSpec, options?: { sparseBytes?: number } & CallOptions): AsyncIterable<CopyProgress>
}

/** The target's layout; what is absent is the source's. */
export interface CopyOptions extends ImageLayout {
  /** Default 4 KiB. */
  readonly sparseBytes?: number | undefined
}
export interface DeepCopyOptions extends ImageLayout {
  readonly flatten?: boolean | undefined
}
export interface CopyProgress {
  /** Of the work, in objects. */
  readonly done: number
  readonly total: number
}
