// Original file: proto/dcnsim/v1/block_store.proto


export interface RbdSnapshotInfo {
  'id'?: (number) | undefined;
  'name'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
  'protected'?: (boolean) | undefined;
  'createdMs'?: (number | string) | undefined;
}

export interface RbdSnapshotInfo__Output {
  'id': (number);
  'name': (string);
  'sizeBytes': (number);
  'protected': (boolean);
  'createdMs': (number);
}
