// Original file: proto/dcnsim/v1/groups.proto

import type { GroupSnapshotSpec as _dcnsim_v1_GroupSnapshotSpec, GroupSnapshotSpec__Output as _dcnsim_v1_GroupSnapshotSpec__Output } from '../../dcnsim/v1/GroupSnapshotSpec.ts';

/**
 * A snapshot of a group and what it is to be called.
 */
export interface RenameGroupSnapshotRequest {
  /**
   * The snapshot by its present name.
   */
  'snapshot'?: (_dcnsim_v1_GroupSnapshotSpec | null) | undefined;
  /**
   * Its name from now on.
   */
  'newName'?: (string) | undefined;
}

/**
 * A snapshot of a group and what it is to be called.
 */
export interface RenameGroupSnapshotRequest__Output {
  /**
   * The snapshot by its present name.
   */
  'snapshot': (_dcnsim_v1_GroupSnapshotSpec__Output | null);
  /**
   * Its name from now on.
   */
  'newName': (string);
}
