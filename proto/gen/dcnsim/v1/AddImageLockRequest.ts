// Original file: proto/dcnsim/v1/image_locks.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A lock to set.
 */
export interface AddImageLockRequest {
  /**
   * The image that it is for.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * What the lock is called.
   */
  'id'?: (string) | undefined;
  /**
   * Set for a shared lock.
   */
  'sharedTag'?: (string) | undefined;
  '_sharedTag'?: "sharedTag" | undefined;
}

/**
 * A lock to set.
 */
export interface AddImageLockRequest__Output {
  /**
   * The image that it is for.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * What the lock is called.
   */
  'id': (string);
  /**
   * Set for a shared lock.
   */
  'sharedTag'?: (string);
  '_sharedTag'?: "sharedTag";
}
