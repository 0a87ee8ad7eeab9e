// Original file: proto/dcnsim/v1/block_store.proto


export interface Extent {
  'offset'?: (number) | undefined;
  'lengthBytes'?: (number) | undefined;
}

export interface Extent__Output {
  'offset': (number);
  'lengthBytes': (number);
}
