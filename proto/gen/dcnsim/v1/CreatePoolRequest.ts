// Original file: proto/dcnsim/v1/block_store.proto


export interface CreatePoolRequest {
  'pool'?: (string) | undefined;
}

export interface CreatePoolRequest__Output {
  'pool': (string);
}
