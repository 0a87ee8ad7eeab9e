// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * What clients did.
 */
export interface PoolIo {
  /**
   * Reads of data.
   */
  'reads'?: (number) | undefined;
  /**
   * Bytes of data.
   */
  'readBytes'?: (number) | undefined;
  /**
   * Writes.
   */
  'writes'?: (number) | undefined;
  /**
   * Bytes.
   */
  'writtenBytes'?: (number) | undefined;
}

/**
 * What clients did.
 */
export interface PoolIo__Output {
  /**
   * Reads of data.
   */
  'reads': (number);
  /**
   * Bytes of data.
   */
  'readBytes': (number);
  /**
   * Writes.
   */
  'writes': (number);
  /**
   * Bytes.
   */
  'writtenBytes': (number);
}
