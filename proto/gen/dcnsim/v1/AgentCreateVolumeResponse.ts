// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * How a volume was made.
 */
export interface AgentCreateVolumeResponse {
  /**
   * Whether the volume shares its source's data (copy-on-write) or is a copy of its own.
   */
  'cloned'?: (boolean) | undefined;
}

/**
 * How a volume was made.
 */
export interface AgentCreateVolumeResponse__Output {
  /**
   * Whether the volume shares its source's data (copy-on-write) or is a copy of its own.
   */
  'cloned': (boolean);
}
