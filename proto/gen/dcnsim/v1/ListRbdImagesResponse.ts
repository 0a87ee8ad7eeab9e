// Original file: proto/dcnsim/v1/block_store.proto


export interface ListRbdImagesResponse {
  'images'?: (string)[] | undefined;
}

export interface ListRbdImagesResponse__Output {
  'images': (string)[];
}
