// Original file: proto/dcnsim/v1/site_agent.proto


export interface SnapshotDiskResponse {
  'url'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
}

export interface SnapshotDiskResponse__Output {
  'url': (string);
  'sizeBytes': (number);
}
