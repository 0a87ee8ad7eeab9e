// Original file: proto/dcnsim/v1/pools.proto


/**
 * A pool to remove.
 */
export interface RemovePoolRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The name once more.
   */
  'again'?: (string) | undefined;
  /**
   * The caller knows what this means.
   */
  'sure'?: (boolean) | undefined;
  '_again'?: "again" | undefined;
}

/**
 * A pool to remove.
 */
export interface RemovePoolRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The name once more.
   */
  'again'?: (string);
  /**
   * The caller knows what this means.
   */
  'sure': (boolean);
  '_again'?: "again";
}
