// Original file: proto/dcnsim/v1/hub.proto

import type { Store as _dcnsim_v1_Store, Store__Output as _dcnsim_v1_Store__Output } from '../../dcnsim/v1/Store.ts';

/**
 * The cloud's stores.
 */
export interface ListStoresResponse {
  /**
   * In configured order.
   */
  'stores'?: (_dcnsim_v1_Store)[] | undefined;
}

/**
 * The cloud's stores.
 */
export interface ListStoresResponse__Output {
  /**
   * In configured order.
   */
  'stores': (_dcnsim_v1_Store__Output)[];
}
