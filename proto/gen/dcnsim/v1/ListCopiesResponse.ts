// Original file: proto/dcnsim/v1/hub.proto

import type { Copy as _dcnsim_v1_Copy, Copy__Output as _dcnsim_v1_Copy__Output } from '../../dcnsim/v1/Copy.ts';

/**
 * What was written into the cloud's stores.
 */
export interface ListCopiesResponse {
  /**
   * Oldest first.
   */
  'copies'?: (_dcnsim_v1_Copy)[] | undefined;
}

/**
 * What was written into the cloud's stores.
 */
export interface ListCopiesResponse__Output {
  /**
   * Oldest first.
   */
  'copies': (_dcnsim_v1_Copy__Output)[];
}
