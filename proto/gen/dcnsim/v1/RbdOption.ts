// Original file: proto/dcnsim/v1/configuration.proto


/**
 * An option of RBD as it is for somebody.
 */
export interface RbdOption {
  /**
   * For example `rbd_cache`.
   */
  'name'?: (string) | undefined;
  /**
   * Its value as text.
   */
  'value'?: (string) | undefined;
  /**
   * Where the value comes from: `image`, `pool`, or `config`, also for a default.
   */
  'source'?: (string) | undefined;
}

/**
 * An option of RBD as it is for somebody.
 */
export interface RbdOption__Output {
  /**
   * For example `rbd_cache`.
   */
  'name': (string);
  /**
   * Its value as text.
   */
  'value': (string);
  /**
   * Where the value comes from: `image`, `pool`, or `config`, also for a default.
   */
  'source': (string);
}
