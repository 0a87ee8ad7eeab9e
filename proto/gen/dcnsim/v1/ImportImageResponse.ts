// Original file: proto/dcnsim/v1/hub.proto


/**
 * What was started.
 */
export interface ImportImageResponse {
  /**
   * The task's id, a UUID. Empty when there was nothing to do and no task was made.
   */
  'taskId'?: (string) | undefined;
}

/**
 * What was started.
 */
export interface ImportImageResponse__Output {
  /**
   * The task's id, a UUID. Empty when there was nothing to do and no task was made.
   */
  'taskId': (string);
}
