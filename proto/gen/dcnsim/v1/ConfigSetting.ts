// Original file: proto/dcnsim/v1/configuration.proto


/**
 * An option, its value and for whom it is set.
 */
export interface ConfigSetting {
  /**
   * `global`, a type of entity such as `client`, or an entity such as `client.openstack`.
   */
  'section'?: (string) | undefined;
  /**
   * The option, for example `rbd_default_order`.
   */
  'name'?: (string) | undefined;
  /**
   * Its value as text.
   */
  'value'?: (string) | undefined;
}

/**
 * An option, its value and for whom it is set.
 */
export interface ConfigSetting__Output {
  /**
   * `global`, a type of entity such as `client`, or an entity such as `client.openstack`.
   */
  'section': (string);
  /**
   * The option, for example `rbd_default_order`.
   */
  'name': (string);
  /**
   * Its value as text.
   */
  'value': (string);
}
