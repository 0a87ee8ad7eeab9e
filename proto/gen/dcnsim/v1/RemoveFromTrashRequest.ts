// Original file: proto/dcnsim/v1/trash.proto

import type { TrashedImageSpec as _dcnsim_v1_TrashedImageSpec, TrashedImageSpec__Output as _dcnsim_v1_TrashedImageSpec__Output } from '../../dcnsim/v1/TrashedImageSpec.ts';

/**
 * What to remove for good.
 */
export interface RemoveFromTrashRequest {
  /**
   * The image.
   */
  'image'?: (_dcnsim_v1_TrashedImageSpec | null) | undefined;
  /**
   * Even before its deferment ends.
   */
  'force'?: (boolean) | undefined;
}

/**
 * What to remove for good.
 */
export interface RemoveFromTrashRequest__Output {
  /**
   * The image.
   */
  'image': (_dcnsim_v1_TrashedImageSpec__Output | null);
  /**
   * Even before its deferment ends.
   */
  'force': (boolean);
}
