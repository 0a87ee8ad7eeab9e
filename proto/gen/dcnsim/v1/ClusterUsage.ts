// Original file: proto/dcnsim/v1/block_store.proto

import type { PoolUsage as _dcnsim_v1_PoolUsage, PoolUsage__Output as _dcnsim_v1_PoolUsage__Output } from '../../dcnsim/v1/PoolUsage.ts';

/**
 * A cluster's space, now.
 */
export interface ClusterUsage {
  /**
   * Raw bytes of all OSDs.
   */
  'totalBytes'?: (number) | undefined;
  /**
   * Raw bytes that are free: total less used.
   */
  'availBytes'?: (number) | undefined;
  /**
   * Raw bytes in use: the pools' replicas and what each OSD needs for itself.
   */
  'usedBytes'?: (number) | undefined;
  /**
   * By id.
   */
  'pools'?: (_dcnsim_v1_PoolUsage)[] | undefined;
  /**
   * `nearfull` (by default from 85 % of the raw space) or `full` (from 95 %: writers get `no_space`); absent below.
   */
  'fullness'?: (string) | undefined;
  '_fullness'?: "fullness" | undefined;
}

/**
 * A cluster's space, now.
 */
export interface ClusterUsage__Output {
  /**
   * Raw bytes of all OSDs.
   */
  'totalBytes': (number);
  /**
   * Raw bytes that are free: total less used.
   */
  'availBytes': (number);
  /**
   * Raw bytes in use: the pools' replicas and what each OSD needs for itself.
   */
  'usedBytes': (number);
  /**
   * By id.
   */
  'pools': (_dcnsim_v1_PoolUsage__Output)[];
  /**
   * `nearfull` (by default from 85 % of the raw space) or `full` (from 95 %: writers get `no_space`); absent below.
   */
  'fullness'?: (string);
  '_fullness'?: "fullness";
}
