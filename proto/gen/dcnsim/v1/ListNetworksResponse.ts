// Original file: proto/dcnsim/v1/hub.proto

import type { Network as _dcnsim_v1_Network, Network__Output as _dcnsim_v1_Network__Output } from '../../dcnsim/v1/Network.ts';

export interface ListNetworksResponse {
  'networks'?: (_dcnsim_v1_Network)[] | undefined;
}

export interface ListNetworksResponse__Output {
  'networks': (_dcnsim_v1_Network__Output)[];
}
