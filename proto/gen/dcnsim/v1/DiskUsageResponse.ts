// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdUsage as _dcnsim_v1_RbdUsage, RbdUsage__Output as _dcnsim_v1_RbdUsage__Output } from '../../dcnsim/v1/RbdUsage.ts';

export interface DiskUsageResponse {
  'usages'?: (_dcnsim_v1_RbdUsage)[] | undefined;
}

export interface DiskUsageResponse__Output {
  'usages': (_dcnsim_v1_RbdUsage__Output)[];
}
