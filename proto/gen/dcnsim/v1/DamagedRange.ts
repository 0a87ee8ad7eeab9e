// Original file: proto/dcnsim/v1/osds.proto


/**
 * A range of an image.
 */
export interface DamagedRange {
  /**
   * Bytes from the image's start.
   */
  'offset'?: (number) | undefined;
  /**
   * In bytes.
   */
  'lengthBytes'?: (number) | undefined;
}

/**
 * A range of an image.
 */
export interface DamagedRange__Output {
  /**
   * Bytes from the image's start.
   */
  'offset': (number);
  /**
   * In bytes.
   */
  'lengthBytes': (number);
}
