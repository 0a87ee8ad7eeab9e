// Original file: proto/dcnsim/v1/osds.proto


/**
 * What recovery copied. State is reached at once; times are those that copying would have taken.
 */
export interface RecoveryReport {
  /**
   * Since the cluster was made.
   */
  'bytes'?: (number) | undefined;
  /**
   * Since the cluster was made.
   */
  'objects'?: (number) | undefined;
  /**
   * By the last recovery; 0 before there was any.
   */
  'lastBytes'?: (number) | undefined;
  /**
   * By the last recovery; 0 before there was any.
   */
  'lastObjects'?: (number) | undefined;
  /**
   * Milliseconds since the Unix epoch; 0 before there was any.
   */
  'lastStartedMs'?: (number | string) | undefined;
  /**
   * Milliseconds since the Unix epoch; 0 before there was any.
   */
  'lastEndsMs'?: (number | string) | undefined;
}

/**
 * What recovery copied. State is reached at once; times are those that copying would have taken.
 */
export interface RecoveryReport__Output {
  /**
   * Since the cluster was made.
   */
  'bytes': (number);
  /**
   * Since the cluster was made.
   */
  'objects': (number);
  /**
   * By the last recovery; 0 before there was any.
   */
  'lastBytes': (number);
  /**
   * By the last recovery; 0 before there was any.
   */
  'lastObjects': (number);
  /**
   * Milliseconds since the Unix epoch; 0 before there was any.
   */
  'lastStartedMs': (number);
  /**
   * Milliseconds since the Unix epoch; 0 before there was any.
   */
  'lastEndsMs': (number);
}
