// Original file: proto/dcnsim/v1/block_store.proto


/**
 * The end of a write.
 */
export interface WriteResponse {
  /**
   * Bytes of all pieces, zeros included.
   */
  'writtenBytes'?: (number) | undefined;
}

/**
 * The end of a write.
 */
export interface WriteResponse__Output {
  /**
   * Bytes of all pieces, zeros included.
   */
  'writtenBytes': (number);
}
