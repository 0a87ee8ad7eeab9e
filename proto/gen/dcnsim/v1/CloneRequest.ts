// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface CloneRequest {
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'child'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'order'?: (number) | undefined;
  'features'?: (string)[] | undefined;
  '_order'?: "order" | undefined;
}

export interface CloneRequest__Output {
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  'child': (_dcnsim_v1_RbdSpec__Output | null);
  'order'?: (number);
  'features': (string)[];
  '_order'?: "order";
}
