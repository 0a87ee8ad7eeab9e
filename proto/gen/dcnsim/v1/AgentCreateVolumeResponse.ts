// Original file: proto/dcnsim/v1/site_agent.proto


export interface AgentCreateVolumeResponse {
  /**
   * Whether the volume shares the image's data (copy-on-write) or is a copy of its own.
   */
  'cloned'?: (boolean) | undefined;
}

export interface AgentCreateVolumeResponse__Output {
  /**
   * Whether the volume shares the image's data (copy-on-write) or is a copy of its own.
   */
  'cloned': (boolean);
}
