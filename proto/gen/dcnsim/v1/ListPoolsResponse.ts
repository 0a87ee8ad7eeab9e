// Original file: proto/dcnsim/v1/block_store.proto

import type { PoolInfo as _dcnsim_v1_PoolInfo, PoolInfo__Output as _dcnsim_v1_PoolInfo__Output } from '../../dcnsim/v1/PoolInfo.ts';

export interface ListPoolsResponse {
  'pools'?: (_dcnsim_v1_PoolInfo)[] | undefined;
}

export interface ListPoolsResponse__Output {
  'pools': (_dcnsim_v1_PoolInfo__Output)[];
}
