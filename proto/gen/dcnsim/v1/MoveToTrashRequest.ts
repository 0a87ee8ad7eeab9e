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
   * Until when it is only removed by force: milliseconds since the epoch; absent for now.
   */
  'deferredUntilMs'?: (number | string) | undefined;
  '_deferredUntilMs'?: "deferredUntilMs" | undefined;
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
   * Until when it is only removed by force: milliseconds since the epoch; absent for now.
   */
  'deferredUntilMs'?: (number);
  '_deferredUntilMs'?: "deferredUntilMs";
}
