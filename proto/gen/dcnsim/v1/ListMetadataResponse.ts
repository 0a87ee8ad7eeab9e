// Original file: proto/dcnsim/v1/image_metadata.proto

import type { MetadataEntry as _dcnsim_v1_MetadataEntry, MetadataEntry__Output as _dcnsim_v1_MetadataEntry__Output } from '../../dcnsim/v1/MetadataEntry.ts';

/**
 * The texts of an image.
 */
export interface ListMetadataResponse {
  /**
   * By key.
   */
  'entries'?: (_dcnsim_v1_MetadataEntry)[] | undefined;
}

/**
 * The texts of an image.
 */
export interface ListMetadataResponse__Output {
  /**
   * By key.
   */
  'entries': (_dcnsim_v1_MetadataEntry__Output)[];
}
