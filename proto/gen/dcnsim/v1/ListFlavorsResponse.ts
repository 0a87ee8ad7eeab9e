// Original file: proto/dcnsim/v1/hub.proto

import type { Flavor as _dcnsim_v1_Flavor, Flavor__Output as _dcnsim_v1_Flavor__Output } from '../../dcnsim/v1/Flavor.ts';

/**
 * The cloud's flavors.
 */
export interface ListFlavorsResponse {
  /**
   * Oldest first.
   */
  'flavors'?: (_dcnsim_v1_Flavor)[] | undefined;
}

/**
 * The cloud's flavors.
 */
export interface ListFlavorsResponse__Output {
  /**
   * Oldest first.
   */
  'flavors': (_dcnsim_v1_Flavor__Output)[];
}
