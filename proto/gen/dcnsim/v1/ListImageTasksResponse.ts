// Original file: proto/dcnsim/v1/hub.proto

import type { ImageTask as _dcnsim_v1_ImageTask, ImageTask__Output as _dcnsim_v1_ImageTask__Output } from '../../dcnsim/v1/ImageTask.ts';

/**
 * The import tasks of an image.
 */
export interface ListImageTasksResponse {
  /**
   * Oldest first.
   */
  'tasks'?: (_dcnsim_v1_ImageTask)[] | undefined;
}

/**
 * The import tasks of an image.
 */
export interface ListImageTasksResponse__Output {
  /**
   * Oldest first.
   */
  'tasks': (_dcnsim_v1_ImageTask__Output)[];
}
