// Original file: proto/dcnsim/v1/block_store.proto


export interface ListRbdImagesRequest {
  'pool'?: (string) | undefined;
}

export interface ListRbdImagesRequest__Output {
  'pool': (string);
}
