// Original file: proto/dcnsim/v1/pools.proto


/**
 * A pool to make ready for RBD.
 */
export interface InitPoolRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Also where it is for something else.
   */
  'force'?: (boolean) | undefined;
}

/**
 * A pool to make ready for RBD.
 */
export interface InitPoolRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Also where it is for something else.
   */
  'force': (boolean);
}
