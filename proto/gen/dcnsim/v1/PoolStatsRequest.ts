// Original file: proto/dcnsim/v1/pools.proto


/**
 * Whose images to count.
 */
export interface PoolStatsRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Of the pool; the default one when absent or empty.
   */
  'namespace'?: (string) | undefined;
  '_namespace'?: "namespace" | undefined;
}

/**
 * Whose images to count.
 */
export interface PoolStatsRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Of the pool; the default one when absent or empty.
   */
  'namespace'?: (string);
  '_namespace'?: "namespace";
}
