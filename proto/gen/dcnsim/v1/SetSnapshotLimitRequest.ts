// Original file: proto/dcnsim/v1/snapshot_settings.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image and how many snapshots it may have.
 */
export interface SetSnapshotLimitRequest {
  /**
   * The image whose snapshots are counted.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The most that there may be; 0 bounds nothing.
   */
  'limit'?: (number) | undefined;
}

/**
 * An image and how many snapshots it may have.
 */
export interface SetSnapshotLimitRequest__Output {
  /**
   * The image whose snapshots are counted.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The most that there may be; 0 bounds nothing.
   */
  'limit': (number);
}
