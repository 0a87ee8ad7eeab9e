// Original file: proto/dcnsim/v1/image_clients.proto

import type { ImageWatcher as _dcnsim_v1_ImageWatcher, ImageWatcher__Output as _dcnsim_v1_ImageWatcher__Output } from '../../dcnsim/v1/ImageWatcher.ts';

/**
 * An image's watchers.
 */
export interface ListWatchersResponse {
  /**
   * In the order in which they came.
   */
  'watchers'?: (_dcnsim_v1_ImageWatcher)[] | undefined;
}

/**
 * An image's watchers.
 */
export interface ListWatchersResponse__Output {
  /**
   * In the order in which they came.
   */
  'watchers': (_dcnsim_v1_ImageWatcher__Output)[];
}
