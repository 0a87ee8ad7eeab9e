// Original file: proto/dcnsim/v1/hub.proto

import type { Keypair as _dcnsim_v1_Keypair, Keypair__Output as _dcnsim_v1_Keypair__Output } from '../../dcnsim/v1/Keypair.ts';

export interface ListKeypairsResponse {
  'keypairs'?: (_dcnsim_v1_Keypair)[] | undefined;
}

export interface ListKeypairsResponse__Output {
  'keypairs': (_dcnsim_v1_Keypair__Output)[];
}
