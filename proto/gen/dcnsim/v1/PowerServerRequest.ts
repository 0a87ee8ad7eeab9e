// Original file: proto/dcnsim/v1/site_agent.proto


export interface PowerServerRequest {
  'serverId'?: (string) | undefined;
  'host'?: (string) | undefined;
  /**
   * Empty when the root disk is the server's own.
   */
  'rootVolumeId'?: (string) | undefined;
}

export interface PowerServerRequest__Output {
  'serverId': (string);
  'host': (string);
  /**
   * Empty when the root disk is the server's own.
   */
  'rootVolumeId': (string);
}
