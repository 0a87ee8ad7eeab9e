// Original file: proto/dcnsim/v1/groups.proto

import type { GroupSpec as _dcnsim_v1_GroupSpec, GroupSpec__Output as _dcnsim_v1_GroupSpec__Output } from '../../dcnsim/v1/GroupSpec.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A group and an image.
 */
export interface GroupImageRequest {
  /**
   * The group.
   */
  'group'?: (_dcnsim_v1_GroupSpec | null) | undefined;
  /**
   * The image, which may be in another pool.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
}

/**
 * A group and an image.
 */
export interface GroupImageRequest__Output {
  /**
   * The group.
   */
  'group': (_dcnsim_v1_GroupSpec__Output | null);
  /**
   * The image, which may be in another pool.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
}
