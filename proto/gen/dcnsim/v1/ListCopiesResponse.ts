// Original file: proto/dcnsim/v1/hub.proto

import type { Copy as _dcnsim_v1_Copy, Copy__Output as _dcnsim_v1_Copy__Output } from '../../dcnsim/v1/Copy.ts';

export interface ListCopiesResponse {
  'copies'?: (_dcnsim_v1_Copy)[] | undefined;
}

export interface ListCopiesResponse__Output {
  'copies': (_dcnsim_v1_Copy__Output)[];
}
