// Original file: proto/dcnsim/v1/auth.proto


/**
 * The new caps of a user.
 */
export interface SetCapsRequest {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity'?: (string) | undefined;
  /**
   * Caps by kind of daemon; kinds that are left out have none afterwards.
   */
  'caps'?: ({[key: string]: string}) | undefined;
}

/**
 * The new caps of a user.
 */
export interface SetCapsRequest__Output {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity': (string);
  /**
   * Caps by kind of daemon; kinds that are left out have none afterwards.
   */
  'caps': ({[key: string]: string});
}
