// Original file: proto/dcnsim/v1/hub.proto

import type { VolumeSnapshot as _dcnsim_v1_VolumeSnapshot, VolumeSnapshot__Output as _dcnsim_v1_VolumeSnapshot__Output } from '../../dcnsim/v1/VolumeSnapshot.ts';

export interface ListVolumeSnapshotsResponse {
  /**
   * Newest first.
   */
  'snapshots'?: (_dcnsim_v1_VolumeSnapshot)[] | undefined;
}

export interface ListVolumeSnapshotsResponse__Output {
  /**
   * Newest first.
   */
  'snapshots': (_dcnsim_v1_VolumeSnapshot__Output)[];
}
