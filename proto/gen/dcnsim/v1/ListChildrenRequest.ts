// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Whose clones to list.
 */
export interface ListChildrenRequest {
  /**
   * The snapshot that was cloned.
   */
  'snapshot'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Whether the clones of the clones' snapshots are meant too, and so on.
   */
  'descendants'?: (boolean) | undefined;
}

/**
 * Whose clones to list.
 */
export interface ListChildrenRequest__Output {
  /**
   * The snapshot that was cloned.
   */
  'snapshot': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Whether the clones of the clones' snapshots are meant too, and so on.
   */
  'descendants': (boolean);
}
