// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Which images to list.
 */
export interface ListRbdImagesRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
}

/**
 * Which images to list.
 */
export interface ListRbdImagesRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
}
