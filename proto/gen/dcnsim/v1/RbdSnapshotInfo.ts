// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSnapshotNamespace as _dcnsim_v1_RbdSnapshotNamespace, RbdSnapshotNamespace__Output as _dcnsim_v1_RbdSnapshotNamespace__Output } from '../../dcnsim/v1/RbdSnapshotNamespace.ts';

/**
 * A snapshot of an image.
 */
export interface RbdSnapshotInfo {
  /**
   * The snapshot's number, counted through in its pool.
   */
  'id'?: (number) | undefined;
  /**
   * Unique in the image, for example `snap`.
   */
  'name'?: (string) | undefined;
  /**
   * The image's size when it was taken.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Whether it may be cloned and may not be removed.
   */
  'protected'?: (boolean) | undefined;
  /**
   * When it was taken: simulated milliseconds since the epoch.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * Absent for a user's snapshot.
   */
  'namespace'?: (_dcnsim_v1_RbdSnapshotNamespace | null) | undefined;
}

/**
 * A snapshot of an image.
 */
export interface RbdSnapshotInfo__Output {
  /**
   * The snapshot's number, counted through in its pool.
   */
  'id': (number);
  /**
   * Unique in the image, for example `snap`.
   */
  'name': (string);
  /**
   * The image's size when it was taken.
   */
  'sizeBytes': (number);
  /**
   * Whether it may be cloned and may not be removed.
   */
  'protected': (boolean);
  /**
   * When it was taken: simulated milliseconds since the epoch.
   */
  'createdMs': (number);
  /**
   * Absent for a user's snapshot.
   */
  'namespace': (_dcnsim_v1_RbdSnapshotNamespace__Output | null);
}
