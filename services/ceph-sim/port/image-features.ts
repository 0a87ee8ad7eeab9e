import type { CallOptions, RbdImageSpec, RbdSpec } from '../rbd.ts'

/** What an image can do beside holding bytes (`rbd feature`), and the object map, which two of the features are about. */
export interface ImageFeatures {
  /**
   * Object map and fast-diff come together, and cannot be trusted until the object map was rebuilt: the image's flags
   * tell so. @throws InvalidArgumentError (EINVAL) for none, and what cannot be switched on, is on, or needs exclusive-lock
   */
  enable(image: RbdImageSpec, features: readonly string[], options?: CallOptions): Promise<void>
  /** @throws InvalidArgumentError (EINVAL) for none, and what cannot be switched off, is off, or is still needed */
  disable(image: RbdImageSpec, features: readonly string[], options?: CallOptions): Promise<void>
  /** Changes nothing: a simulated map is always right. @throws InvalidArgumentError (EINVAL) without an object map */
  checkObjectMap(spec: RbdSpec, options?: CallOptions): Promise<void>
  /** Of the head, or of a snapshot. @throws InvalidArgumentError (EINVAL) without an object map */
  rebuildObjectMap(spec: RbdSpec, options?: CallOptions): Promise<void>
}
