// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * A key-value pair.
 */
export interface PoolPair {
  /**
   * Any text.
   */
  'key'?: (string) | undefined;
  /**
   * Any text.
   */
  'value'?: (string) | undefined;
}

/**
 * A key-value pair.
 */
export interface PoolPair__Output {
  /**
   * Any text.
   */
  'key': (string);
  /**
   * Any text.
   */
  'value': (string);
}
