// Original file: proto/dcnsim/v1/groups.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A group's members.
 */
export interface ListGroupImagesResponse {
  /**
   * By `pool/image`.
   */
  'images'?: (_dcnsim_v1_RbdSpec)[] | undefined;
}

/**
 * A group's members.
 */
export interface ListGroupImagesResponse__Output {
  /**
   * By `pool/image`.
   */
  'images': (_dcnsim_v1_RbdSpec__Output)[];
}
