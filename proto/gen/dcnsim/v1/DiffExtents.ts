// Original file: proto/dcnsim/v1/diffs.proto

import type { DiffExtent as _dcnsim_v1_DiffExtent, DiffExtent__Output as _dcnsim_v1_DiffExtent__Output } from '../../dcnsim/v1/DiffExtent.ts';

/**
 * Some of the ranges that changed, many in one message.
 */
export interface DiffExtents {
  /**
   * By offset.
   */
  'extents'?: (_dcnsim_v1_DiffExtent)[] | undefined;
}

/**
 * Some of the ranges that changed, many in one message.
 */
export interface DiffExtents__Output {
  /**
   * By offset.
   */
  'extents': (_dcnsim_v1_DiffExtent__Output)[];
}
