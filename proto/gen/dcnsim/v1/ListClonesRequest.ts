// Original file: proto/dcnsim/v1/clones.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Whose clones to list.
 */
export interface ListClonesRequest {
  /**
   * The image; with a snapshot, only that one's.
   */
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Only those of this snapshot, of whatever name; absent for all.
   */
  'snapshotId'?: (number) | undefined;
  /**
   * Also clones of clones.
   */
  'descendants'?: (boolean) | undefined;
  '_snapshotId'?: "snapshotId" | undefined;
}

/**
 * Whose clones to list.
 */
export interface ListClonesRequest__Output {
  /**
   * The image; with a snapshot, only that one's.
   */
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Only those of this snapshot, of whatever name; absent for all.
   */
  'snapshotId'?: (number);
  /**
   * Also clones of clones.
   */
  'descendants': (boolean);
  '_snapshotId'?: "snapshotId";
}
