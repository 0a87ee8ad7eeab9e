// Original file: proto/dcnsim/v1/auth.proto


/**
 * A cephx user.
 */
export interface CephxIdentity {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity'?: (string) | undefined;
  /**
   * Base64 of 28 bytes; empty in a request where one is to be drawn.
   */
  'key'?: (string) | undefined;
  /**
   * Caps by kind of daemon: mds, mgr, mon, osd.
   */
  'caps'?: ({[key: string]: string}) | undefined;
}

/**
 * A cephx user.
 */
export interface CephxIdentity__Output {
  /**
   * Kind and name, `client.openstack`.
   */
  'entity': (string);
  /**
   * Base64 of 28 bytes; empty in a request where one is to be drawn.
   */
  'key': (string);
  /**
   * Caps by kind of daemon: mds, mgr, mon, osd.
   */
  'caps': ({[key: string]: string});
}
