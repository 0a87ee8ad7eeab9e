// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface ResizeRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'sizeBytes'?: (number) | undefined;
  'allowShrink'?: (boolean) | undefined;
}

export interface ResizeRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'sizeBytes': (number);
  'allowShrink': (boolean);
}
