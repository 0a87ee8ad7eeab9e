// Original file: proto/dcnsim/v1/block_store.proto

import type { PoolInfo as _dcnsim_v1_PoolInfo, PoolInfo__Output as _dcnsim_v1_PoolInfo__Output } from '../../dcnsim/v1/PoolInfo.ts';

/**
 * The cluster's pools.
 */
export interface ListPoolsResponse {
  /**
   * By id.
   */
  'pools'?: (_dcnsim_v1_PoolInfo)[] | undefined;
}

/**
 * The cluster's pools.
 */
export interface ListPoolsResponse__Output {
  /**
   * By id.
   */
  'pools': (_dcnsim_v1_PoolInfo__Output)[];
}
