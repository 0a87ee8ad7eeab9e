// Original file: proto/dcnsim/v1/hub.proto


export interface CreateVolumeSnapshotRequest {
  'volumeId'?: (string) | undefined;
  'name'?: (string) | undefined;
  'force'?: (boolean) | undefined;
  'description'?: (string) | undefined;
}

export interface CreateVolumeSnapshotRequest__Output {
  'volumeId': (string);
  'name': (string);
  'force': (boolean);
  'description': (string);
}
