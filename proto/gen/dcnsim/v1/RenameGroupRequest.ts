// Original file: proto/dcnsim/v1/groups.proto

import type { GroupSpec as _dcnsim_v1_GroupSpec, GroupSpec__Output as _dcnsim_v1_GroupSpec__Output } from '../../dcnsim/v1/GroupSpec.ts';

/**
 * A group and what it is to be called.
 */
export interface RenameGroupRequest {
  /**
   * The group by its present name.
   */
  'group'?: (_dcnsim_v1_GroupSpec | null) | undefined;
  /**
   * Its name from now on.
   */
  'newName'?: (string) | undefined;
}

/**
 * A group and what it is to be called.
 */
export interface RenameGroupRequest__Output {
  /**
   * The group by its present name.
   */
  'group': (_dcnsim_v1_GroupSpec__Output | null);
  /**
   * Its name from now on.
   */
  'newName': (string);
}
