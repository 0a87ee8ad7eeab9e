// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface ListChildrenResponse {
  'children'?: (_dcnsim_v1_RbdSpec)[] | undefined;
}

export interface ListChildrenResponse__Output {
  'children': (_dcnsim_v1_RbdSpec__Output)[];
}
