// Original file: proto/dcnsim/v1/site_agent.proto


export interface AgentVolumeSnapshotRequest {
  'volumeId'?: (string) | undefined;
  'snapshotId'?: (string) | undefined;
}

export interface AgentVolumeSnapshotRequest__Output {
  'volumeId': (string);
  'snapshotId': (string);
}
