// Original file: proto/dcnsim/v1/hub.proto

import type { GlanceImage as _dcnsim_v1_GlanceImage, GlanceImage__Output as _dcnsim_v1_GlanceImage__Output } from '../../dcnsim/v1/GlanceImage.ts';

/**
 * The images that were asked for and that the caller may see.
 */
export interface ListImagesResponse {
  /**
   * Newest first, as Glance lists them.
   */
  'images'?: (_dcnsim_v1_GlanceImage)[] | undefined;
}

/**
 * The images that were asked for and that the caller may see.
 */
export interface ListImagesResponse__Output {
  /**
   * Newest first, as Glance lists them.
   */
  'images': (_dcnsim_v1_GlanceImage__Output)[];
}
