// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * Names of extended attributes.
 */
export interface ListXattrsResponse {
  /**
   * In order.
   */
  'names'?: (string)[] | undefined;
}

/**
 * Names of extended attributes.
 */
export interface ListXattrsResponse__Output {
  /**
   * In order.
   */
  'names': (string)[];
}
