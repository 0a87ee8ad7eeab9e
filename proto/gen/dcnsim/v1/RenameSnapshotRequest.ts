// Original file: proto/dcnsim/v1/snapshot_settings.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A snapshot and what it is to be called.
 */
export interface RenameSnapshotRequest {
  /**
   * The snapshot by its present name.
   */
  'snapshot'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its name from now on; unique in its image, not empty, without `@` and `/`.
   */
  'newName'?: (string) | undefined;
}

/**
 * A snapshot and what it is to be called.
 */
export interface RenameSnapshotRequest__Output {
  /**
   * The snapshot by its present name.
   */
  'snapshot': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its name from now on; unique in its image, not empty, without `@` and `/`.
   */
  'newName': (string);
}
