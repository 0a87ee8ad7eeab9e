// Original file: proto/dcnsim/v1/pools.proto


/**
 * What a pool is for.
 */
export interface PoolApplicationRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * For example `rbd`.
   */
  'application'?: (string) | undefined;
  /**
   * The caller knows what this means.
   */
  'sure'?: (boolean) | undefined;
}

/**
 * What a pool is for.
 */
export interface PoolApplicationRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * For example `rbd`.
   */
  'application': (string);
  /**
   * The caller knows what this means.
   */
  'sure': (boolean);
}
