// Original file: proto/dcnsim/v1/pools.proto


/**
 * One setting of a pool.
 */
export interface SetPoolRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * For example `size` or `nodelete`.
   */
  'variable'?: (string) | undefined;
  /**
   * As it is typed.
   */
  'value'?: (string) | undefined;
  /**
   * The caller knows what this means.
   */
  'sure'?: (boolean) | undefined;
}

/**
 * One setting of a pool.
 */
export interface SetPoolRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * For example `size` or `nodelete`.
   */
  'variable': (string);
  /**
   * As it is typed.
   */
  'value': (string);
  /**
   * The caller knows what this means.
   */
  'sure': (boolean);
}
