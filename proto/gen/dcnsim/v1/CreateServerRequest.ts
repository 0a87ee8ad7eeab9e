// Original file: proto/dcnsim/v1/hub.proto


/**
 * A server to build.
 */
export interface CreateServerRequest {
  /**
   * For people; need not be unique.
   */
  'name'?: (string) | undefined;
  /**
   * The flavor's id, a UUID.
   */
  'flavorId'?: (string) | undefined;
  /**
   * The key pair's name; empty for a server without one.
   */
  'keyName'?: (string) | undefined;
  /**
   * Ids (UUID) of the networks to have an address in; empty for a server without any.
   */
  'networkIds'?: (string)[] | undefined;
  /**
   * Ids (UUID) or names; the group `default` when empty.
   */
  'securityGroupIds'?: (string)[] | undefined;
  /**
   * A site's name; the hub's zone when empty. A volume must be in the same zone.
   */
  'availabilityZone'?: (string) | undefined;
  /**
   * The id (UUID) of an active image. One of image and volume; the volume counts when both are named.
   */
  'imageId'?: (string) | undefined;
  /**
   * The id (UUID) of an available, bootable volume, which becomes the root disk.
   */
  'volumeId'?: (string) | undefined;
}

/**
 * A server to build.
 */
export interface CreateServerRequest__Output {
  /**
   * For people; need not be unique.
   */
  'name': (string);
  /**
   * The flavor's id, a UUID.
   */
  'flavorId': (string);
  /**
   * The key pair's name; empty for a server without one.
   */
  'keyName': (string);
  /**
   * Ids (UUID) of the networks to have an address in; empty for a server without any.
   */
  'networkIds': (string)[];
  /**
   * Ids (UUID) or names; the group `default` when empty.
   */
  'securityGroupIds': (string)[];
  /**
   * A site's name; the hub's zone when empty. A volume must be in the same zone.
   */
  'availabilityZone': (string);
  /**
   * The id (UUID) of an active image. One of image and volume; the volume counts when both are named.
   */
  'imageId': (string);
  /**
   * The id (UUID) of an available, bootable volume, which becomes the root disk.
   */
  'volumeId': (string);
}
