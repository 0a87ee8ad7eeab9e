// Original file: proto/dcnsim/v1/trash.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to move to the trash.
 */
export interface MoveToTrashRequest {
  /**
   * The image by its present name.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * For how many milliseconds it is only removed by force.
   */
  'deferForMs'?: (number | string) | undefined;
}

/**
 * What to move to the trash.
 */
export interface MoveToTrashRequest__Output {
  /**
   * The image by its present name.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * For how many milliseconds it is only removed by force.
   */
  'deferForMs': (number);
}
