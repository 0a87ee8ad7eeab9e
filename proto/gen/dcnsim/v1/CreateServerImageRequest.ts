// Original file: proto/dcnsim/v1/hub.proto


/**
 * A server whose disk is to become an image.
 */
export interface CreateServerImageRequest {
  /**
   * The server's id, a UUID.
   */
  'serverId'?: (string) | undefined;
  /**
   * The new image's name; need not be unique.
   */
  'name'?: (string) | undefined;
}

/**
 * A server whose disk is to become an image.
 */
export interface CreateServerImageRequest__Output {
  /**
   * The server's id, a UUID.
   */
  'serverId': (string);
  /**
   * The new image's name; need not be unique.
   */
  'name': (string);
}
