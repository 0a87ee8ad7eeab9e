import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/**
 * Mirroring as a cluster without an `rbd-mirror` daemon and without peers knows it: which pools and images are meant to
 * be mirrored. No byte goes to another cluster.
 */
export interface Mirroring {
  pool(pool: string, options?: CallOptions): Promise<PoolMirroring>
  enablePool(pool: string, mode: 'image' | 'pool', options?: CallOptions): Promise<void>
  disablePool(pool: string, options?: CallOptions): Promise<void>
  /**
   * Mirrors an image by snapshots, and takes the first one.
   * @throws InvalidArgumentError (EINVAL, `mirroring_disabled`) unless its pool is in the mode `image`
   */
  enableImage(image: RbdImageSpec, options?: CallOptions): Promise<void>
  /** Removes the snapshots of mirroring. */
  disableImage(image: RbdImageSpec, options?: CallOptions): Promise<void>
}

export interface PoolMirroring {
  readonly mode: 'disabled' | 'image' | 'pool'
  /** How other clusters would know this one: its fsid unless it was named. */
  readonly siteName: string
  /** How many of its images are mirrored. */
  readonly images: number
}
