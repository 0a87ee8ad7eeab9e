// Original file: proto/dcnsim/v1/configuration.proto


/**
 * Whom to ask for.
 */
export interface ConfigEntity {
  /**
   * `client`, `client.openstack`.
   */
  'entity'?: (string) | undefined;
}

/**
 * Whom to ask for.
 */
export interface ConfigEntity__Output {
  /**
   * `client`, `client.openstack`.
   */
  'entity': (string);
}
