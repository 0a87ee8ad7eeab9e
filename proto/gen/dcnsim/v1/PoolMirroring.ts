// Original file: proto/dcnsim/v1/mirroring.proto


/**
 * How a pool is mirrored.
 */
export interface PoolMirroring {
  /**
   * `disabled`, `image` or `pool`.
   */
  'mode'?: (string) | undefined;
  /**
   * How other clusters would know this one.
   */
  'siteName'?: (string) | undefined;
  /**
   * How many of its images are mirrored.
   */
  'images'?: (number) | undefined;
}

/**
 * How a pool is mirrored.
 */
export interface PoolMirroring__Output {
  /**
   * `disabled`, `image` or `pool`.
   */
  'mode': (string);
  /**
   * How other clusters would know this one.
   */
  'siteName': (string);
  /**
   * How many of its images are mirrored.
   */
  'images': (number);
}
