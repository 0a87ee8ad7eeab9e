// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSnapshotInfo as _dcnsim_v1_RbdSnapshotInfo, RbdSnapshotInfo__Output as _dcnsim_v1_RbdSnapshotInfo__Output } from '../../dcnsim/v1/RbdSnapshotInfo.ts';

/**
 * The snapshots of an image.
 */
export interface ListRbdSnapshotsResponse {
  /**
   * By id: oldest first.
   */
  'snapshots'?: (_dcnsim_v1_RbdSnapshotInfo)[] | undefined;
}

/**
 * The snapshots of an image.
 */
export interface ListRbdSnapshotsResponse__Output {
  /**
   * By id: oldest first.
   */
  'snapshots': (_dcnsim_v1_RbdSnapshotInfo__Output)[];
}
