// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface CreateRbdImageRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'sizeBytes'?: (number) | undefined;
  /**
   * log2 of the object size.
   */
  'order'?: (number) | undefined;
  /**
   * The cluster's default when empty.
   */
  'features'?: (string)[] | undefined;
  '_order'?: "order" | undefined;
}

export interface CreateRbdImageRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'sizeBytes': (number);
  /**
   * log2 of the object size.
   */
  'order'?: (number);
  /**
   * The cluster's default when empty.
   */
  'features': (string)[];
  '_order'?: "order";
}
