// Original file: proto/dcnsim/v1/hub.proto

import type { ImageTask as _dcnsim_v1_ImageTask, ImageTask__Output as _dcnsim_v1_ImageTask__Output } from '../../dcnsim/v1/ImageTask.ts';

export interface ListImageTasksResponse {
  'tasks'?: (_dcnsim_v1_ImageTask)[] | undefined;
}

export interface ListImageTasksResponse__Output {
  'tasks': (_dcnsim_v1_ImageTask__Output)[];
}
