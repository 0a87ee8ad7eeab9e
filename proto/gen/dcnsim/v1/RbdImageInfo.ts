// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { ImageMirroring as _dcnsim_v1_ImageMirroring, ImageMirroring__Output as _dcnsim_v1_ImageMirroring__Output } from '../../dcnsim/v1/ImageMirroring.ts';
import type { ImageMigration as _dcnsim_v1_ImageMigration, ImageMigration__Output as _dcnsim_v1_ImageMigration__Output } from '../../dcnsim/v1/ImageMigration.ts';

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
  /**
   * What the image takes part in: `clone-parent`, `clone-child`, `group`, `snap-trash`.
   */
  'opFeatures'?: (string)[] | undefined;
  /**
   * Absent for an image that is not mirrored.
   */
  'mirroring'?: (_dcnsim_v1_ImageMirroring | null) | undefined;
  /**
   * Absent for an image that does not migrate.
   */
  'migration'?: (_dcnsim_v1_ImageMigration | null) | undefined;
  /**
   * The parent's id, while it lies in the trash; else absent.
   */
  'parentTrashId'?: (string) | undefined;
  /**
   * Bytes that go to one object before the next of its set is written to; the object size without striping.
   */
  'stripeUnitBytes'?: (number) | undefined;
  /**
   * Objects in a set; 1 without striping.
   */
  'stripeCount'?: (number) | undefined;
  /**
   * The pool of the data objects; absent where it is the image's own.
   */
  'dataPool'?: (string) | undefined;
  /**
   * What the names of the data objects begin with.
   */
  'dataPrefix'?: (string) | undefined;
  /**
   * What is not to be trusted: `object map invalid`, `fast diff invalid`.
   */
  'flags'?: (string)[] | undefined;
  /**
   * How many snapshots there may be; absent without a limit.
   */
  'snapshotLimit'?: (number) | undefined;
  /**
   * The group that the image is a member of, by pool, name space and name; absent without one.
   */
  'group'?: (string) | undefined;
  '_protected'?: "protected" | undefined;
  '_parentTrashId'?: "parentTrashId" | undefined;
  '_dataPool'?: "dataPool" | undefined;
  '_snapshotLimit'?: "snapshotLimit" | undefined;
  '_group'?: "group" | undefined;
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
  /**
   * What the image takes part in: `clone-parent`, `clone-child`, `group`, `snap-trash`.
   */
  'opFeatures': (string)[];
  /**
   * Absent for an image that is not mirrored.
   */
  'mirroring': (_dcnsim_v1_ImageMirroring__Output | null);
  /**
   * Absent for an image that does not migrate.
   */
  'migration': (_dcnsim_v1_ImageMigration__Output | null);
  /**
   * The parent's id, while it lies in the trash; else absent.
   */
  'parentTrashId'?: (string);
  /**
   * Bytes that go to one object before the next of its set is written to; the object size without striping.
   */
  'stripeUnitBytes': (number);
  /**
   * Objects in a set; 1 without striping.
   */
  'stripeCount': (number);
  /**
   * The pool of the data objects; absent where it is the image's own.
   */
  'dataPool'?: (string);
  /**
   * What the names of the data objects begin with.
   */
  'dataPrefix': (string);
  /**
   * What is not to be trusted: `object map invalid`, `fast diff invalid`.
   */
  'flags': (string)[];
  /**
   * How many snapshots there may be; absent without a limit.
   */
  'snapshotLimit'?: (number);
  /**
   * The group that the image is a member of, by pool, name space and name; absent without one.
   */
  'group'?: (string);
  '_protected'?: "protected";
  '_parentTrashId'?: "parentTrashId";
  '_dataPool'?: "dataPool";
  '_snapshotLimit'?: "snapshotLimit";
  '_group'?: "group";
}
