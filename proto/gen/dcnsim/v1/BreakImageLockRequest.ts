// Original file: proto/dcnsim/v1/image_locks.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A lock to take away.
 */
export interface BreakImageLockRequest {
  /**
   * The image that it is for.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * What the lock is called.
   */
  'id'?: (string) | undefined;
  /**
   * `client.4173`.
   */
  'locker'?: (string) | undefined;
}

/**
 * A lock to take away.
 */
export interface BreakImageLockRequest__Output {
  /**
   * The image that it is for.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * What the lock is called.
   */
  'id': (string);
  /**
   * `client.4173`.
   */
  'locker': (string);
}
