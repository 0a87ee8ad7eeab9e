// Original file: proto/dcnsim/v1/tasks.proto

import type { Task as _dcnsim_v1_Task, Task__Output as _dcnsim_v1_Task__Output } from '../../dcnsim/v1/Task.ts';

/**
 * Tasks that are not done.
 */
export interface ListTasksResponse {
  /**
   * By sequence.
   */
  'tasks'?: (_dcnsim_v1_Task)[] | undefined;
}

/**
 * Tasks that are not done.
 */
export interface ListTasksResponse__Output {
  /**
   * By sequence.
   */
  'tasks': (_dcnsim_v1_Task__Output)[];
}
