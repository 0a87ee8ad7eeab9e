// Original file: proto/dcnsim/v1/diffs.proto


/**
 * A range that changed.
 */
export interface DiffExtent {
  /**
   * The first byte's place from the image's start.
   */
  'offset'?: (number) | undefined;
  /**
   * How many bytes follow one another; never 0.
   */
  'lengthBytes'?: (number) | undefined;
  /**
   * False for bytes that are zeros now because what was there is gone.
   */
  'exists'?: (boolean) | undefined;
}

/**
 * A range that changed.
 */
export interface DiffExtent__Output {
  /**
   * The first byte's place from the image's start.
   */
  'offset': (number);
  /**
   * How many bytes follow one another; never 0.
   */
  'lengthBytes': (number);
  /**
   * False for bytes that are zeros now because what was there is gone.
   */
  'exists': (boolean);
}
