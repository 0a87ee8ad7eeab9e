// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdListEntry as _dcnsim_v1_RbdListEntry, RbdListEntry__Output as _dcnsim_v1_RbdListEntry__Output } from '../../dcnsim/v1/RbdListEntry.ts';

export interface ListDetailedResponse {
  'entries'?: (_dcnsim_v1_RbdListEntry)[] | undefined;
}

export interface ListDetailedResponse__Output {
  'entries': (_dcnsim_v1_RbdListEntry__Output)[];
}
