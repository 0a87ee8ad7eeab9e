// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image and the size it is to have.
 */
export interface ResizeRequest {
  /**
   * The image to change.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its size from now on.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Leave to make it smaller, which loses data.
   */
  'allowShrink'?: (boolean) | undefined;
}

/**
 * An image and the size it is to have.
 */
export interface ResizeRequest__Output {
  /**
   * The image to change.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its size from now on.
   */
  'sizeBytes': (number);
  /**
   * Leave to make it smaller, which loses data.
   */
  'allowShrink': (boolean);
}
