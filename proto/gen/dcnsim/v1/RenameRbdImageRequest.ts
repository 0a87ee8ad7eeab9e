// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image and what it is to be called.
 */
export interface RenameRbdImageRequest {
  /**
   * The image by its present name.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its name from now on, in the same pool; unique there, not empty, without `@` and `/`.
   */
  'newName'?: (string) | undefined;
}

/**
 * An image and what it is to be called.
 */
export interface RenameRbdImageRequest__Output {
  /**
   * The image by its present name.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its name from now on, in the same pool; unique there, not empty, without `@` and `/`.
   */
  'newName': (string);
}
