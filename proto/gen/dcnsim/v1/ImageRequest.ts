// Original file: proto/dcnsim/v1/hub.proto


export interface ImageRequest {
  'imageId'?: (string) | undefined;
}

export interface ImageRequest__Output {
  'imageId': (string);
}
