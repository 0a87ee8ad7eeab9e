// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface RbdListEntry {
  'image'?: (string) | undefined;
  'id'?: (string) | undefined;
  'snapshot'?: (string) | undefined;
  'snapshotId'?: (number) | undefined;
  'sizeBytes'?: (number) | undefined;
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'protected'?: (boolean) | undefined;
  /**
   * `exclusive` or `shared`.
   */
  'lock'?: (string) | undefined;
  '_snapshot'?: "snapshot" | undefined;
  '_snapshotId'?: "snapshotId" | undefined;
  '_protected'?: "protected" | undefined;
  '_lock'?: "lock" | undefined;
}

export interface RbdListEntry__Output {
  'image': (string);
  'id': (string);
  'snapshot'?: (string);
  'snapshotId'?: (number);
  'sizeBytes': (number);
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  'protected'?: (boolean);
  /**
   * `exclusive` or `shared`.
   */
  'lock'?: (string);
  '_snapshot'?: "snapshot";
  '_snapshotId'?: "snapshotId";
  '_protected'?: "protected";
  '_lock'?: "lock";
}
