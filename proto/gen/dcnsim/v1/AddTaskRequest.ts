// Original file: proto/dcnsim/v1/tasks.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to do with an image.
 */
export interface AddTaskRequest {
  /**
   * `flatten`, `remove`, `migrate execute`, `migrate commit` or `migrate abort`.
   */
  'action'?: (string) | undefined;
  /**
   * The image; the destination of a migration.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
}

/**
 * What to do with an image.
 */
export interface AddTaskRequest__Output {
  /**
   * `flatten`, `remove`, `migrate execute`, `migrate commit` or `migrate abort`.
   */
  'action': (string);
  /**
   * The image; the destination of a migration.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
}
