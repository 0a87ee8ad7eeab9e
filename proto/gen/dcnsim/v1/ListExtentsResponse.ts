// Original file: proto/dcnsim/v1/block_store.proto

import type { Extent as _dcnsim_v1_Extent, Extent__Output as _dcnsim_v1_Extent__Output } from '../../dcnsim/v1/Extent.ts';

/**
 * Where an image or snapshot has stored bytes.
 */
export interface ListExtentsResponse {
  /**
   * By offset; no two overlap or touch. Empty when nothing is stored.
   */
  'extents'?: (_dcnsim_v1_Extent)[] | undefined;
}

/**
 * Where an image or snapshot has stored bytes.
 */
export interface ListExtentsResponse__Output {
  /**
   * By offset; no two overlap or touch. Empty when nothing is stored.
   */
  'extents': (_dcnsim_v1_Extent__Output)[];
}
