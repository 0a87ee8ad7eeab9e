// Original file: proto/dcnsim/v1/image_clients.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Which image to keep open.
 */
export interface HoldRequest {
  /**
   * Its head.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The managed lock: `on-write` (default), `take` or `keep`.
   */
  'lock'?: (string) | undefined;
}

/**
 * Which image to keep open.
 */
export interface HoldRequest__Output {
  /**
   * Its head.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The managed lock: `on-write` (default), `take` or `keep`.
   */
  'lock': (string);
}
