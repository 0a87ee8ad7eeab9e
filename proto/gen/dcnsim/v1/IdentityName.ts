// Original file: proto/dcnsim/v1/auth.proto


/**
 * A cephx user by its name.
 */
export interface IdentityName {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity'?: (string) | undefined;
}

/**
 * A cephx user by its name.
 */
export interface IdentityName__Output {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity': (string);
}
