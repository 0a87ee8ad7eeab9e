// Original file: proto/dcnsim/v1/hub.proto

import type { Flavor as _dcnsim_v1_Flavor, Flavor__Output as _dcnsim_v1_Flavor__Output } from '../../dcnsim/v1/Flavor.ts';

export interface ListFlavorsResponse {
  'flavors'?: (_dcnsim_v1_Flavor)[] | undefined;
}

export interface ListFlavorsResponse__Output {
  'flavors': (_dcnsim_v1_Flavor__Output)[];
}
