// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * Which server, and what its root disk is.
 */
export interface PowerServerRequest {
  /**
   * The server's id, a UUID.
   */
  'serverId'?: (string) | undefined;
  /**
   * The compute host that it was built on.
   */
  'host'?: (string) | undefined;
  /**
   * The volume (UUID) that is the root disk; empty when the root disk is the server's own.
   */
  'rootVolumeId'?: (string) | undefined;
}

/**
 * Which server, and what its root disk is.
 */
export interface PowerServerRequest__Output {
  /**
   * The server's id, a UUID.
   */
  'serverId': (string);
  /**
   * The compute host that it was built on.
   */
  'host': (string);
  /**
   * The volume (UUID) that is the root disk; empty when the root disk is the server's own.
   */
  'rootVolumeId': (string);
}
