// Original file: proto/dcnsim/v1/hub.proto


export interface CreateServerImageResponse {
  'imageId'?: (string) | undefined;
}

export interface CreateServerImageResponse__Output {
  'imageId': (string);
}
