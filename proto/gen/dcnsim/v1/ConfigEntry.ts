// Original file: proto/dcnsim/v1/configuration.proto


/**
 * A setting of the cluster.
 */
export interface ConfigEntry {
  /**
   * For whom, as in ConfigSetting.
   */
  'section'?: (string) | undefined;
  /**
   * The option.
   */
  'name'?: (string) | undefined;
  /**
   * Its value as Ceph keeps it, for example 34603008 for `33M`.
   */
  'value'?: (string) | undefined;
  /**
   * Whom the option concerns: `basic`, `advanced` or `dev`.
   */
  'level'?: (string) | undefined;
  /**
   * Whether processes notice a change, or only read the option when they start.
   */
  'canUpdateAtRuntime'?: (boolean) | undefined;
}

/**
 * A setting of the cluster.
 */
export interface ConfigEntry__Output {
  /**
   * For whom, as in ConfigSetting.
   */
  'section': (string);
  /**
   * The option.
   */
  'name': (string);
  /**
   * Its value as Ceph keeps it, for example 34603008 for `33M`.
   */
  'value': (string);
  /**
   * Whom the option concerns: `basic`, `advanced` or `dev`.
   */
  'level': (string);
  /**
   * Whether processes notice a change, or only read the option when they start.
   */
  'canUpdateAtRuntime': (boolean);
}
