// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What `rbd info` shows. With a snapshot in the spec, size, objects, parent and overlap are the snapshot's.
 */
export interface RbdImageInfo {
  /**
   * The image's name in its pool, for a snapshot too.
   */
  'name'?: (string) | undefined;
  /**
   * The image's id in the cluster, which a rename does not change and which is never used again.
   */
  'id'?: (string) | undefined;
  /**
   * What readers see.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * log2 of the object size in bytes.
   */
  'order'?: (number) | undefined;
  /**
   * How many objects cover the size, stored or not.
   */
  'objects'?: (number) | undefined;
  /**
   * Names, in the order in which every listing shows them.
   */
  'features'?: (string)[] | undefined;
  /**
   * How many snapshots the image has now.
   */
  'snapshotCount'?: (number) | undefined;
  /**
   * When the image was made. This and the instants below: simulated milliseconds since the epoch.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the head was last written; brought up to date once a minute at most, as librbd does.
   */
  'modifiedMs'?: (number | string) | undefined;
  /**
   * When the head was last read; brought up to date once a minute at most.
   */
  'accessedMs'?: (number | string) | undefined;
  /**
   * The snapshot that this is a clone of, by its present names; absent without one, and once nothing of it shows.
   */
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * How many bytes from the start the parent still provides where nothing was written; 0 without a parent.
   */
  'overlapBytes'?: (number) | undefined;
  /**
   * Whether the snapshot is protected; absent when the spec named none.
   */
  'protected'?: (boolean) | undefined;
  /**
   * The owners that have the image open (see Attach); empty when nobody has.
   */
  'watchers'?: (string)[] | undefined;
  '_protected'?: "protected" | undefined;
}

/**
 * What `rbd info` shows. With a snapshot in the spec, size, objects, parent and overlap are the snapshot's.
 */
export interface RbdImageInfo__Output {
  /**
   * The image's name in its pool, for a snapshot too.
   */
  'name': (string);
  /**
   * The image's id in the cluster, which a rename does not change and which is never used again.
   */
  'id': (string);
  /**
   * What readers see.
   */
  'sizeBytes': (number);
  /**
   * log2 of the object size in bytes.
   */
  'order': (number);
  /**
   * How many objects cover the size, stored or not.
   */
  'objects': (number);
  /**
   * Names, in the order in which every listing shows them.
   */
  'features': (string)[];
  /**
   * How many snapshots the image has now.
   */
  'snapshotCount': (number);
  /**
   * When the image was made. This and the instants below: simulated milliseconds since the epoch.
   */
  'createdMs': (number);
  /**
   * When the head was last written; brought up to date once a minute at most, as librbd does.
   */
  'modifiedMs': (number);
  /**
   * When the head was last read; brought up to date once a minute at most.
   */
  'accessedMs': (number);
  /**
   * The snapshot that this is a clone of, by its present names; absent without one, and once nothing of it shows.
   */
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * How many bytes from the start the parent still provides where nothing was written; 0 without a parent.
   */
  'overlapBytes': (number);
  /**
   * Whether the snapshot is protected; absent when the spec named none.
   */
  'protected'?: (boolean);
  /**
   * The owners that have the image open (see Attach); empty when nobody has.
   */
  'watchers': (string)[];
  '_protected'?: "protected";
}
