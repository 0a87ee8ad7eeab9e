// Original file: proto/dcnsim/v1/hub.proto

import type { Store as _dcnsim_v1_Store, Store__Output as _dcnsim_v1_Store__Output } from '../../dcnsim/v1/Store.ts';

export interface ListStoresResponse {
  'stores'?: (_dcnsim_v1_Store)[] | undefined;
}

export interface ListStoresResponse__Output {
  'stores': (_dcnsim_v1_Store__Output)[];
}
