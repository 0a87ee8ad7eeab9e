// Original file: proto/dcnsim/v1/rados_objects.proto

import type { OmapEntry as _dcnsim_v1_OmapEntry, OmapEntry__Output as _dcnsim_v1_OmapEntry__Output } from '../../dcnsim/v1/OmapEntry.ts';

/**
 * An object's key-value pairs.
 */
export interface ListOmapResponse {
  /**
   * Sorted by key.
   */
  'entries'?: (_dcnsim_v1_OmapEntry)[] | undefined;
}

/**
 * An object's key-value pairs.
 */
export interface ListOmapResponse__Output {
  /**
   * Sorted by key.
   */
  'entries': (_dcnsim_v1_OmapEntry__Output)[];
}
