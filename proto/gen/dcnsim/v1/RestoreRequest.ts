// Original file: proto/dcnsim/v1/trash.proto

import type { TrashedImageSpec as _dcnsim_v1_TrashedImageSpec, TrashedImageSpec__Output as _dcnsim_v1_TrashedImageSpec__Output } from '../../dcnsim/v1/TrashedImageSpec.ts';

/**
 * What to bring back.
 */
export interface RestoreRequest {
  /**
   * The image.
   */
  'image'?: (_dcnsim_v1_TrashedImageSpec | null) | undefined;
  /**
   * Its name from now on; absent for the one that it had.
   */
  'name'?: (string) | undefined;
  '_name'?: "name" | undefined;
}

/**
 * What to bring back.
 */
export interface RestoreRequest__Output {
  /**
   * The image.
   */
  'image': (_dcnsim_v1_TrashedImageSpec__Output | null);
  /**
   * Its name from now on; absent for the one that it had.
   */
  'name'?: (string);
  '_name'?: "name";
}
