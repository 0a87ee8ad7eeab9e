// Original file: proto/dcnsim/v1/diffs.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Whose space to count.
 */
export interface DiffUsageRequest {
  /**
   * The image with all its snapshots.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Counts bytes instead of whole objects.
   */
  'exact'?: (boolean) | undefined;
}

/**
 * Whose space to count.
 */
export interface DiffUsageRequest__Output {
  /**
   * The image with all its snapshots.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Counts bytes instead of whole objects.
   */
  'exact': (boolean);
}
