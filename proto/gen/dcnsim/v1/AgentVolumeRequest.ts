// Original file: proto/dcnsim/v1/site_agent.proto


export interface AgentVolumeRequest {
  'volumeId'?: (string) | undefined;
}

export interface AgentVolumeRequest__Output {
  'volumeId': (string);
}
