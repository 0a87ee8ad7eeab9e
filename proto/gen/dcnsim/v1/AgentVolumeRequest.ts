// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * Which volume.
 */
export interface AgentVolumeRequest {
  /**
   * The volume's id, a UUID.
   */
  'volumeId'?: (string) | undefined;
}

/**
 * Which volume.
 */
export interface AgentVolumeRequest__Output {
  /**
   * The volume's id, a UUID.
   */
  'volumeId': (string);
}
