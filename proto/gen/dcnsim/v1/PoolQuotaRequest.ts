// Original file: proto/dcnsim/v1/pools.proto


/**
 * Limits of a pool.
 */
export interface PoolQuotaRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Stored bytes; 0 is no limit; absent changes nothing.
   */
  'maxBytes'?: (number) | undefined;
  /**
   * Objects; 0 is no limit; absent changes nothing.
   */
  'maxObjects'?: (number) | undefined;
  '_maxBytes'?: "maxBytes" | undefined;
  '_maxObjects'?: "maxObjects" | undefined;
}

/**
 * Limits of a pool.
 */
export interface PoolQuotaRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Stored bytes; 0 is no limit; absent changes nothing.
   */
  'maxBytes'?: (number);
  /**
   * Objects; 0 is no limit; absent changes nothing.
   */
  'maxObjects'?: (number);
  '_maxBytes'?: "maxBytes";
  '_maxObjects'?: "maxObjects";
}
