// Original file: proto/dcnsim/v1/trash.proto


/**
 * What was emptied.
 */
export interface PurgeTrashResponse {
  /**
   * How many images went.
   */
  'removed'?: (number) | undefined;
}

/**
 * What was emptied.
 */
export interface PurgeTrashResponse__Output {
  /**
   * How many images went.
   */
  'removed': (number);
}
