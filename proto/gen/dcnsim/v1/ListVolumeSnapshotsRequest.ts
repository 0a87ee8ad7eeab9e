// Original file: proto/dcnsim/v1/hub.proto


export interface ListVolumeSnapshotsRequest {
  'name'?: (string) | undefined;
}

export interface ListVolumeSnapshotsRequest__Output {
  'name': (string);
}
