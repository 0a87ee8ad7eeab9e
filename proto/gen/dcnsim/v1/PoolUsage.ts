// Original file: proto/dcnsim/v1/block_store.proto


export interface PoolUsage {
  'name'?: (string) | undefined;
  'id'?: (number) | undefined;
  'pgNum'?: (number) | undefined;
  'storedBytes'?: (number) | undefined;
  'objects'?: (number) | undefined;
  'usedBytes'?: (number) | undefined;
  'maxAvailBytes'?: (number) | undefined;
}

export interface PoolUsage__Output {
  'name': (string);
  'id': (number);
  'pgNum': (number);
  'storedBytes': (number);
  'objects': (number);
  'usedBytes': (number);
  'maxAvailBytes': (number);
}
