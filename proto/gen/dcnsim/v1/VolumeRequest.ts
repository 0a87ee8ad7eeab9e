// Original file: proto/dcnsim/v1/hub.proto


export interface VolumeRequest {
  'volumeId'?: (string) | undefined;
}

export interface VolumeRequest__Output {
  'volumeId': (string);
}
