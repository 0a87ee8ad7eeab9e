// Original file: proto/dcnsim/v1/blocklist.proto

import type { BlocklistEntry as _dcnsim_v1_BlocklistEntry, BlocklistEntry__Output as _dcnsim_v1_BlocklistEntry__Output } from '../../dcnsim/v1/BlocklistEntry.ts';

/**
 * The list.
 */
export interface ListBlocklistResponse {
  /**
   * Sorted by address.
   */
  'entries'?: (_dcnsim_v1_BlocklistEntry)[] | undefined;
}

/**
 * The list.
 */
export interface ListBlocklistResponse__Output {
  /**
   * Sorted by address.
   */
  'entries': (_dcnsim_v1_BlocklistEntry__Output)[];
}
