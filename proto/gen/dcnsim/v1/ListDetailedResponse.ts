// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdListEntry as _dcnsim_v1_RbdListEntry, RbdListEntry__Output as _dcnsim_v1_RbdListEntry__Output } from '../../dcnsim/v1/RbdListEntry.ts';

/**
 * The images of a pool and their snapshots.
 */
export interface ListDetailedResponse {
  /**
   * Images by name, each head followed by its snapshots by id.
   */
  'entries'?: (_dcnsim_v1_RbdListEntry)[] | undefined;
}

/**
 * The images of a pool and their snapshots.
 */
export interface ListDetailedResponse__Output {
  /**
   * Images by name, each head followed by its snapshots by id.
   */
  'entries': (_dcnsim_v1_RbdListEntry__Output)[];
}
