// Original file: proto/dcnsim/v1/groups.proto

import type { GroupSpec as _dcnsim_v1_GroupSpec, GroupSpec__Output as _dcnsim_v1_GroupSpec__Output } from '../../dcnsim/v1/GroupSpec.ts';

/**
 * A snapshot of a group.
 */
export interface GroupSnapshotSpec {
  /**
   * The group.
   */
  'group'?: (_dcnsim_v1_GroupSpec | null) | undefined;
  /**
   * Unique in the group.
   */
  'snapshot'?: (string) | undefined;
}

/**
 * A snapshot of a group.
 */
export interface GroupSnapshotSpec__Output {
  /**
   * The group.
   */
  'group': (_dcnsim_v1_GroupSpec__Output | null);
  /**
   * Unique in the group.
   */
  'snapshot': (string);
}
