// Original file: proto/dcnsim/v1/block_store.proto

import type { PoolUsage as _dcnsim_v1_PoolUsage, PoolUsage__Output as _dcnsim_v1_PoolUsage__Output } from '../../dcnsim/v1/PoolUsage.ts';

export interface ClusterUsage {
  'totalBytes'?: (number) | undefined;
  'availBytes'?: (number) | undefined;
  'usedBytes'?: (number) | undefined;
  'pools'?: (_dcnsim_v1_PoolUsage)[] | undefined;
  /**
   * `nearfull` or `full`; absent below 85 %.
   */
  'fullness'?: (string) | undefined;
  '_fullness'?: "fullness" | undefined;
}

export interface ClusterUsage__Output {
  'totalBytes': (number);
  'availBytes': (number);
  'usedBytes': (number);
  'pools': (_dcnsim_v1_PoolUsage__Output)[];
  /**
   * `nearfull` or `full`; absent below 85 %.
   */
  'fullness'?: (string);
  '_fullness'?: "fullness";
}
