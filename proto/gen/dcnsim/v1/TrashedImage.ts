// Original file: proto/dcnsim/v1/trash.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image that gave up its name.
 */
export interface TrashedImage {
  /**
   * Names it in the trash.
   */
  'id'?: (string) | undefined;
  /**
   * What it was called.
   */
  'name'?: (string) | undefined;
  /**
   * `user`, or `migration` for the source of one.
   */
  'source'?: (string) | undefined;
  /**
   * When it came: milliseconds since the epoch.
   */
  'deletedMs'?: (number | string) | undefined;
  /**
   * Until when it is only removed by force: milliseconds since the epoch.
   */
  'deferredUntilMs'?: (number | string) | undefined;
  /**
   * The snapshot that it is a clone of; absent without one.
   */
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
}

/**
 * An image that gave up its name.
 */
export interface TrashedImage__Output {
  /**
   * Names it in the trash.
   */
  'id': (string);
  /**
   * What it was called.
   */
  'name': (string);
  /**
   * `user`, or `migration` for the source of one.
   */
  'source': (string);
  /**
   * When it came: milliseconds since the epoch.
   */
  'deletedMs': (number);
  /**
   * Until when it is only removed by force: milliseconds since the epoch.
   */
  'deferredUntilMs': (number);
  /**
   * The snapshot that it is a clone of; absent without one.
   */
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
}
