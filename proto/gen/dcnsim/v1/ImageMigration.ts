// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * The two ends of a migration.
 */
export interface ImageMigration {
  /**
   * The image as it was called; it is hidden in the trash.
   */
  'source'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The image that takes its place.
   */
  'destination'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * `prepared`, or `executed` once the data is copied.
   */
  'state'?: (string) | undefined;
}

/**
 * The two ends of a migration.
 */
export interface ImageMigration__Output {
  /**
   * The image as it was called; it is hidden in the trash.
   */
  'source': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The image that takes its place.
   */
  'destination': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * `prepared`, or `executed` once the data is copied.
   */
  'state': (string);
}
