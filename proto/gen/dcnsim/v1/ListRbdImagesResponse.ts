// Original file: proto/dcnsim/v1/block_store.proto


/**
 * The images of a pool.
 */
export interface ListRbdImagesResponse {
  /**
   * Names, sorted by their bytes.
   */
  'images'?: (string)[] | undefined;
}

/**
 * The images of a pool.
 */
export interface ListRbdImagesResponse__Output {
  /**
   * Names, sorted by their bytes.
   */
  'images': (string)[];
}
