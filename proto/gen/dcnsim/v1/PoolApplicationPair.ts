// Original file: proto/dcnsim/v1/pools.proto


/**
 * A key-value pair of an application of a pool.
 */
export interface PoolApplicationPair {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * One that is enabled.
   */
  'application'?: (string) | undefined;
  /**
   * Any text.
   */
  'key'?: (string) | undefined;
  /**
   * Any text; the pair goes when absent.
   */
  'value'?: (string) | undefined;
  '_value'?: "value" | undefined;
}

/**
 * A key-value pair of an application of a pool.
 */
export interface PoolApplicationPair__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * One that is enabled.
   */
  'application': (string);
  /**
   * Any text.
   */
  'key': (string);
  /**
   * Any text; the pair goes when absent.
   */
  'value'?: (string);
  '_value'?: "value";
}
