// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image to make.
 */
export interface CreateRbdImageRequest {
  /**
   * Its pool and name; the name is not empty and without `@` and `/`.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * What the image shows its users; 0 is legal.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * log2 of the object size, 12 to 25; 22 (4 MiB) when absent.
   */
  'order'?: (number) | undefined;
  /**
   * Names such as `layering`; the cluster's default when empty: layering, exclusive-lock, object-map, fast-diff,
   * deep-flatten.
   */
  'features'?: (string)[] | undefined;
  '_order'?: "order" | undefined;
}

/**
 * An image to make.
 */
export interface CreateRbdImageRequest__Output {
  /**
   * Its pool and name; the name is not empty and without `@` and `/`.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * What the image shows its users; 0 is legal.
   */
  'sizeBytes': (number);
  /**
   * log2 of the object size, 12 to 25; 22 (4 MiB) when absent.
   */
  'order'?: (number);
  /**
   * Names such as `layering`; the cluster's default when empty: layering, exclusive-lock, object-map, fast-diff,
   * deep-flatten.
   */
  'features': (string)[];
  '_order'?: "order";
}
