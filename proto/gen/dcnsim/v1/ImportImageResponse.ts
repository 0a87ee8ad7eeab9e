// Original file: proto/dcnsim/v1/hub.proto


export interface ImportImageResponse {
  /**
   * Empty when there was nothing to do and no task was made.
   */
  'taskId'?: (string) | undefined;
}

export interface ImportImageResponse__Output {
  /**
   * Empty when there was nothing to do and no task was made.
   */
  'taskId': (string);
}
