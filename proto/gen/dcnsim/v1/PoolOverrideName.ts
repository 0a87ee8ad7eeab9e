// Original file: proto/dcnsim/v1/configuration.proto


/**
 * An option of a pool.
 */
export interface PoolOverrideName {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The option.
   */
  'name'?: (string) | undefined;
}

/**
 * An option of a pool.
 */
export interface PoolOverrideName__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The option.
   */
  'name': (string);
}
