// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface RenameRbdImageRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'newName'?: (string) | undefined;
}

export interface RenameRbdImageRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'newName': (string);
}
