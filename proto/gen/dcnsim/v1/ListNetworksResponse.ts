// Original file: proto/dcnsim/v1/hub.proto

import type { Network as _dcnsim_v1_Network, Network__Output as _dcnsim_v1_Network__Output } from '../../dcnsim/v1/Network.ts';

/**
 * The cloud's networks.
 */
export interface ListNetworksResponse {
  /**
   * Oldest first.
   */
  'networks'?: (_dcnsim_v1_Network)[] | undefined;
}

/**
 * The cloud's networks.
 */
export interface ListNetworksResponse__Output {
  /**
   * Oldest first.
   */
  'networks': (_dcnsim_v1_Network__Output)[];
}
