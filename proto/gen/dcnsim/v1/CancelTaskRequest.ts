// Original file: proto/dcnsim/v1/tasks.proto


/**
 * Which task to take back.
 */
export interface CancelTaskRequest {
  /**
   * The task's UUID.
   */
  'id'?: (string) | undefined;
}

/**
 * Which task to take back.
 */
export interface CancelTaskRequest__Output {
  /**
   * The task's UUID.
   */
  'id': (string);
}
