// Original file: proto/dcnsim/v1/hub.proto

import type { Keypair as _dcnsim_v1_Keypair, Keypair__Output as _dcnsim_v1_Keypair__Output } from '../../dcnsim/v1/Keypair.ts';

/**
 * The cloud's key pairs.
 */
export interface ListKeypairsResponse {
  /**
   * Oldest first.
   */
  'keypairs'?: (_dcnsim_v1_Keypair)[] | undefined;
}

/**
 * The cloud's key pairs.
 */
export interface ListKeypairsResponse__Output {
  /**
   * Oldest first.
   */
  'keypairs': (_dcnsim_v1_Keypair__Output)[];
}
