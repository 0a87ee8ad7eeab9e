// Original file: proto/dcnsim/v1/block_store.proto


/**
 * How an image is mirrored to another cluster.
 */
export interface ImageMirroring {
  /**
   * `snapshot`: by snapshots that are taken for it.
   */
  'mode'?: (string) | undefined;
  /**
   * The image's UUID in all clusters.
   */
  'globalId'?: (string) | undefined;
  /**
   * Whether this is the image that is written to.
   */
  'primary'?: (boolean) | undefined;
}

/**
 * How an image is mirrored to another cluster.
 */
export interface ImageMirroring__Output {
  /**
   * `snapshot`: by snapshots that are taken for it.
   */
  'mode': (string);
  /**
   * The image's UUID in all clusters.
   */
  'globalId': (string);
  /**
   * Whether this is the image that is written to.
   */
  'primary': (boolean);
}
