// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * One row of `rbd ls -l`: a head, or a snapshot.
 */
export interface RbdListEntry {
  /**
   * The image's name, for a snapshot too.
   */
  'image'?: (string) | undefined;
  /**
   * The image's id in the cluster, which a rename does not change and which is never used again.
   */
  'id'?: (string) | undefined;
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string) | undefined;
  /**
   * The snapshot's number, counted through in its pool; absent for the head.
   */
  'snapshotId'?: (number) | undefined;
  /**
   * What the head or the snapshot shows its readers.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * The snapshot that this is a clone of, by its present names; absent without one, and once nothing of it shows.
   */
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Whether the snapshot is protected; absent for the head.
   */
  'protected'?: (boolean) | undefined;
  /**
   * `exclusive` or `shared`, while somebody has the image open; absent otherwise, and for snapshots.
   */
  'lock'?: (string) | undefined;
  '_snapshot'?: "snapshot" | undefined;
  '_snapshotId'?: "snapshotId" | undefined;
  '_protected'?: "protected" | undefined;
  '_lock'?: "lock" | undefined;
}

/**
 * One row of `rbd ls -l`: a head, or a snapshot.
 */
export interface RbdListEntry__Output {
  /**
   * The image's name, for a snapshot too.
   */
  'image': (string);
  /**
   * The image's id in the cluster, which a rename does not change and which is never used again.
   */
  'id': (string);
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string);
  /**
   * The snapshot's number, counted through in its pool; absent for the head.
   */
  'snapshotId'?: (number);
  /**
   * What the head or the snapshot shows its readers.
   */
  'sizeBytes': (number);
  /**
   * The snapshot that this is a clone of, by its present names; absent without one, and once nothing of it shows.
   */
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Whether the snapshot is protected; absent for the head.
   */
  'protected'?: (boolean);
  /**
   * `exclusive` or `shared`, while somebody has the image open; absent otherwise, and for snapshots.
   */
  'lock'?: (string);
  '_snapshot'?: "snapshot";
  '_snapshotId'?: "snapshotId";
  '_protected'?: "protected";
  '_lock'?: "lock";
}
