// Original file: proto/dcnsim/v1/hub.proto


export interface ListVolumesRequest {
  'name'?: (string) | undefined;
}

export interface ListVolumesRequest__Output {
  'name': (string);
}
