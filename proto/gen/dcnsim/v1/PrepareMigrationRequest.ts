// Original file: proto/dcnsim/v1/migration.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to move, and where to.
 */
export interface PrepareMigrationRequest {
  /**
   * The image by its present name.
   */
  'source'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its place and name from now on.
   */
  'destination'?: (_dcnsim_v1_RbdSpec | null) | undefined;
}

/**
 * What to move, and where to.
 */
export interface PrepareMigrationRequest__Output {
  /**
   * The image by its present name.
   */
  'source': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its place and name from now on.
   */
  'destination': (_dcnsim_v1_RbdSpec__Output | null);
}
