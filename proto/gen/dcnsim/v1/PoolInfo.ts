// Original file: proto/dcnsim/v1/block_store.proto


export interface PoolInfo {
  'id'?: (number) | undefined;
  'name'?: (string) | undefined;
  'replicas'?: (number) | undefined;
  'pgNum'?: (number) | undefined;
}

export interface PoolInfo__Output {
  'id': (number);
  'name': (string);
  'replicas': (number);
  'pgNum': (number);
}
