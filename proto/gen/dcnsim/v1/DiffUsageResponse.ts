// Original file: proto/dcnsim/v1/diffs.proto

import type { RbdUsage as _dcnsim_v1_RbdUsage, RbdUsage__Output as _dcnsim_v1_RbdUsage__Output } from '../../dcnsim/v1/RbdUsage.ts';

/**
 * The space of an image.
 */
export interface DiffUsageResponse {
  /**
   * The snapshots oldest first, then the head.
   */
  'usages'?: (_dcnsim_v1_RbdUsage)[] | undefined;
}

/**
 * The space of an image.
 */
export interface DiffUsageResponse__Output {
  /**
   * The snapshots oldest first, then the head.
   */
  'usages': (_dcnsim_v1_RbdUsage__Output)[];
}
