// Original file: proto/dcnsim/v1/cluster_state.proto

import type { PoolPair as _dcnsim_v1_PoolPair, PoolPair__Output as _dcnsim_v1_PoolPair__Output } from '../../dcnsim/v1/PoolPair.ts';

/**
 * What a pool is for.
 */
export interface PoolApplication {
  /**
   * For example `rbd`.
   */
  'name'?: (string) | undefined;
  /**
   * What the application notes.
   */
  'pairs'?: (_dcnsim_v1_PoolPair)[] | undefined;
}

/**
 * What a pool is for.
 */
export interface PoolApplication__Output {
  /**
   * For example `rbd`.
   */
  'name': (string);
  /**
   * What the application notes.
   */
  'pairs': (_dcnsim_v1_PoolPair__Output)[];
}
