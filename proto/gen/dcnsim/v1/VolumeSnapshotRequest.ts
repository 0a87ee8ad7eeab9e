// Original file: proto/dcnsim/v1/hub.proto


export interface VolumeSnapshotRequest {
  'snapshotId'?: (string) | undefined;
}

export interface VolumeSnapshotRequest__Output {
  'snapshotId': (string);
}
