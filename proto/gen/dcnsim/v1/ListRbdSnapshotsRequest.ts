// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Whose snapshots to list, and which.
 */
export interface ListRbdSnapshotsRequest {
  /**
   * The image.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Also those that no user made, or that were removed while they had clones.
   */
  'all'?: (boolean) | undefined;
}

/**
 * Whose snapshots to list, and which.
 */
export interface ListRbdSnapshotsRequest__Output {
  /**
   * The image.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Also those that no user made, or that were removed while they had clones.
   */
  'all': (boolean);
}
