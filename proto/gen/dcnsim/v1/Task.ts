// Original file: proto/dcnsim/v1/tasks.proto


/**
 * A task.
 */
export interface Task {
  /**
   * Rises through the life of the cluster.
   */
  'sequence'?: (number) | undefined;
  /**
   * A UUID.
   */
  'id'?: (string) | undefined;
  /**
   * As in AddTaskRequest, or `trash remove`.
   */
  'action'?: (string) | undefined;
  /**
   * The image's pool.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * Absent for an image that was in the trash already.
   */
  'imageName'?: (string) | undefined;
  /**
   * The image's id.
   */
  'imageId'?: (string) | undefined;
  /**
   * Why the last attempt failed; it is tried again. Absent before one has.
   */
  'retryMessage'?: (string) | undefined;
  '_imageName'?: "imageName" | undefined;
  '_retryMessage'?: "retryMessage" | undefined;
}

/**
 * A task.
 */
export interface Task__Output {
  /**
   * Rises through the life of the cluster.
   */
  'sequence': (number);
  /**
   * A UUID.
   */
  'id': (string);
  /**
   * As in AddTaskRequest, or `trash remove`.
   */
  'action': (string);
  /**
   * The image's pool.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * Absent for an image that was in the trash already.
   */
  'imageName'?: (string);
  /**
   * The image's id.
   */
  'imageId': (string);
  /**
   * Why the last attempt failed; it is tried again. Absent before one has.
   */
  'retryMessage'?: (string);
  '_imageName'?: "imageName";
  '_retryMessage'?: "retryMessage";
}
