// Original file: proto/dcnsim/v1/block_store.proto


export interface RbdUsage {
  'snapshot'?: (string) | undefined;
  'provisionedBytes'?: (number) | undefined;
  'usedBytes'?: (number) | undefined;
  '_snapshot'?: "snapshot" | undefined;
}

export interface RbdUsage__Output {
  'snapshot'?: (string);
  'provisionedBytes': (number);
  'usedBytes': (number);
  '_snapshot'?: "snapshot";
}
