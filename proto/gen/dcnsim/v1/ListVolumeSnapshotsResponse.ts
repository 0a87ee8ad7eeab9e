// Original file: proto/dcnsim/v1/hub.proto

import type { VolumeSnapshot as _dcnsim_v1_VolumeSnapshot, VolumeSnapshot__Output as _dcnsim_v1_VolumeSnapshot__Output } from '../../dcnsim/v1/VolumeSnapshot.ts';

/**
 * The snapshots that were asked for and that the caller may see.
 */
export interface ListVolumeSnapshotsResponse {
  /**
   * Newest first.
   */
  'snapshots'?: (_dcnsim_v1_VolumeSnapshot)[] | undefined;
}

/**
 * The snapshots that were asked for and that the caller may see.
 */
export interface ListVolumeSnapshotsResponse__Output {
  /**
   * Newest first.
   */
  'snapshots': (_dcnsim_v1_VolumeSnapshot__Output)[];
}
