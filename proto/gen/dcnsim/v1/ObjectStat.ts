// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * What is known of an object beside its content.
 */
export interface ObjectStat {
  /**
   * Its length.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Milliseconds since the epoch, of simulated time.
   */
  'modifiedMs'?: (number | string) | undefined;
}

/**
 * What is known of an object beside its content.
 */
export interface ObjectStat__Output {
  /**
   * Its length.
   */
  'sizeBytes': (number);
  /**
   * Milliseconds since the epoch, of simulated time.
   */
  'modifiedMs': (number);
}
