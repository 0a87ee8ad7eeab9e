// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which server.
 */
export interface ServerRequest {
  /**
   * The server's id, a UUID.
   */
  'serverId'?: (string) | undefined;
}

/**
 * Which server.
 */
export interface ServerRequest__Output {
  /**
   * The server's id, a UUID.
   */
  'serverId': (string);
}
