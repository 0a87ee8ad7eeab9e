// Original file: proto/dcnsim/v1/configuration.proto


/**
 * A value.
 */
export interface ConfigValue {
  /**
   * As text.
   */
  'value'?: (string) | undefined;
}

/**
 * A value.
 */
export interface ConfigValue__Output {
  /**
   * As text.
   */
  'value': (string);
}
