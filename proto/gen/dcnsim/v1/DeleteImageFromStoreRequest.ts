// Original file: proto/dcnsim/v1/hub.proto


export interface DeleteImageFromStoreRequest {
  'imageId'?: (string) | undefined;
  'store'?: (string) | undefined;
}

export interface DeleteImageFromStoreRequest__Output {
  'imageId': (string);
  'store': (string);
}
