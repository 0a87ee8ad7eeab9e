// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface ListChildrenRequest {
  'snapshot'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'descendants'?: (boolean) | undefined;
}

export interface ListChildrenRequest__Output {
  'snapshot': (_dcnsim_v1_RbdSpec__Output | null);
  'descendants': (boolean);
}
