// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface DiscardRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'offset'?: (number) | undefined;
  'lengthBytes'?: (number) | undefined;
}

export interface DiscardRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'offset': (number);
  'lengthBytes': (number);
}
