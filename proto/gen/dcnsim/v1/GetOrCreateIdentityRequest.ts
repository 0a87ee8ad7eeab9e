// Original file: proto/dcnsim/v1/auth.proto


/**
 * Which user to find or make.
 */
export interface GetOrCreateIdentityRequest {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity'?: (string) | undefined;
  /**
   * Caps by kind of daemon; those of an existing user must be the same where they are given.
   */
  'caps'?: ({[key: string]: string}) | undefined;
}

/**
 * Which user to find or make.
 */
export interface GetOrCreateIdentityRequest__Output {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity': (string);
  /**
   * Caps by kind of daemon; those of an existing user must be the same where they are given.
   */
  'caps': ({[key: string]: string});
}
