// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * The clones of a snapshot.
 */
export interface ListChildrenResponse {
  /**
   * Heads, by `pool/image`.
   */
  'children'?: (_dcnsim_v1_RbdSpec)[] | undefined;
}

/**
 * The clones of a snapshot.
 */
export interface ListChildrenResponse__Output {
  /**
   * Heads, by `pool/image`.
   */
  'children': (_dcnsim_v1_RbdSpec__Output)[];
}
