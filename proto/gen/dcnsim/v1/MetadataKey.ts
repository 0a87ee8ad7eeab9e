// Original file: proto/dcnsim/v1/image_metadata.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Which text of which image.
 */
export interface MetadataKey {
  /**
   * The image that it is kept with.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its key; case counts.
   */
  'key'?: (string) | undefined;
}

/**
 * Which text of which image.
 */
export interface MetadataKey__Output {
  /**
   * The image that it is kept with.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its key; case counts.
   */
  'key': (string);
}
