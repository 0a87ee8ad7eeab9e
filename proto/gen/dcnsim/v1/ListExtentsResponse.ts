// Original file: proto/dcnsim/v1/block_store.proto

import type { Extent as _dcnsim_v1_Extent, Extent__Output as _dcnsim_v1_Extent__Output } from '../../dcnsim/v1/Extent.ts';

export interface ListExtentsResponse {
  'extents'?: (_dcnsim_v1_Extent)[] | undefined;
}

export interface ListExtentsResponse__Output {
  'extents': (_dcnsim_v1_Extent__Output)[];
}
