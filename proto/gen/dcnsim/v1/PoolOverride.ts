// Original file: proto/dcnsim/v1/configuration.proto


/**
 * An option that a pool overrides.
 */
export interface PoolOverride {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The option.
   */
  'name'?: (string) | undefined;
  /**
   * Its value as text; kept as it is.
   */
  'value'?: (string) | undefined;
}

/**
 * An option that a pool overrides.
 */
export interface PoolOverride__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The option.
   */
  'name': (string);
  /**
   * Its value as text; kept as it is.
   */
  'value': (string);
}
