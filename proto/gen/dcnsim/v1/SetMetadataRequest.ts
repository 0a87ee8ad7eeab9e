// Original file: proto/dcnsim/v1/image_metadata.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { MetadataEntry as _dcnsim_v1_MetadataEntry, MetadataEntry__Output as _dcnsim_v1_MetadataEntry__Output } from '../../dcnsim/v1/MetadataEntry.ts';

/**
 * What to keep with an image.
 */
export interface SetMetadataRequest {
  /**
   * The image that it is kept with.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The text and its key.
   */
  'entry'?: (_dcnsim_v1_MetadataEntry | null) | undefined;
}

/**
 * What to keep with an image.
 */
export interface SetMetadataRequest__Output {
  /**
   * The image that it is kept with.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The text and its key.
   */
  'entry': (_dcnsim_v1_MetadataEntry__Output | null);
}
