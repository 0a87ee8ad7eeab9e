// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Which images to list.
 */
export interface ListRbdImagesRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
}

/**
 * Which images to list.
 */
export interface ListRbdImagesRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
}
