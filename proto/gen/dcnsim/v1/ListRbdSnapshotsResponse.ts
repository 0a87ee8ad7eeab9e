// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSnapshotInfo as _dcnsim_v1_RbdSnapshotInfo, RbdSnapshotInfo__Output as _dcnsim_v1_RbdSnapshotInfo__Output } from '../../dcnsim/v1/RbdSnapshotInfo.ts';

export interface ListRbdSnapshotsResponse {
  'snapshots'?: (_dcnsim_v1_RbdSnapshotInfo)[] | undefined;
}

export interface ListRbdSnapshotsResponse__Output {
  'snapshots': (_dcnsim_v1_RbdSnapshotInfo__Output)[];
}
