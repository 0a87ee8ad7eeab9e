// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface RbdImageInfo {
  'name'?: (string) | undefined;
  'id'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
  'order'?: (number) | undefined;
  'objects'?: (number) | undefined;
  'features'?: (string)[] | undefined;
  'snapshotCount'?: (number) | undefined;
  /**
   * Milliseconds since the epoch, simulated time.
   */
  'createdMs'?: (number | string) | undefined;
  'modifiedMs'?: (number | string) | undefined;
  'accessedMs'?: (number | string) | undefined;
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'overlapBytes'?: (number) | undefined;
  'protected'?: (boolean) | undefined;
  'watchers'?: (string)[] | undefined;
  '_protected'?: "protected" | undefined;
}

export interface RbdImageInfo__Output {
  'name': (string);
  'id': (string);
  'sizeBytes': (number);
  'order': (number);
  'objects': (number);
  'features': (string)[];
  'snapshotCount': (number);
  /**
   * Milliseconds since the epoch, simulated time.
   */
  'createdMs': (number);
  'modifiedMs': (number);
  'accessedMs': (number);
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  'overlapBytes': (number);
  'protected'?: (boolean);
  'watchers': (string)[];
  '_protected'?: "protected";
}
