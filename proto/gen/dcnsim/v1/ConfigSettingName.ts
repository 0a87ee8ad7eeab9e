// Original file: proto/dcnsim/v1/configuration.proto


/**
 * An option, and for whom it is set or asked.
 */
export interface ConfigSettingName {
  /**
   * As in ConfigSetting; to ask, not `global`.
   */
  'section'?: (string) | undefined;
  /**
   * The option.
   */
  'name'?: (string) | undefined;
}

/**
 * An option, and for whom it is set or asked.
 */
export interface ConfigSettingName__Output {
  /**
   * As in ConfigSetting; to ask, not `global`.
   */
  'section': (string);
  /**
   * The option.
   */
  'name': (string);
}
