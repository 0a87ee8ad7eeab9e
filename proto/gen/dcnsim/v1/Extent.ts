// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A range of bytes that are stored.
 */
export interface Extent {
  /**
   * The first byte's place from the image's start.
   */
  'offset'?: (number) | undefined;
  /**
   * How many bytes follow one another; never 0.
   */
  'lengthBytes'?: (number) | undefined;
}

/**
 * A range of bytes that are stored.
 */
export interface Extent__Output {
  /**
   * The first byte's place from the image's start.
   */
  'offset': (number);
  /**
   * How many bytes follow one another; never 0.
   */
  'lengthBytes': (number);
}
