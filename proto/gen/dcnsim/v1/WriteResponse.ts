// Original file: proto/dcnsim/v1/block_store.proto


export interface WriteResponse {
  'writtenBytes'?: (number) | undefined;
}

export interface WriteResponse__Output {
  'writtenBytes': (number);
}
