// Original file: proto/dcnsim/v1/trash.proto

import type { TrashedImage as _dcnsim_v1_TrashedImage, TrashedImage__Output as _dcnsim_v1_TrashedImage__Output } from '../../dcnsim/v1/TrashedImage.ts';

/**
 * What lies in a trash.
 */
export interface ListTrashResponse {
  /**
   * By id.
   */
  'images'?: (_dcnsim_v1_TrashedImage)[] | undefined;
}

/**
 * What lies in a trash.
 */
export interface ListTrashResponse__Output {
  /**
   * By id.
   */
  'images': (_dcnsim_v1_TrashedImage__Output)[];
}
