// Original file: proto/dcnsim/v1/block_store.proto


export interface ClusterIdentity {
  'name'?: (string) | undefined;
  'fsid'?: (string) | undefined;
}

export interface ClusterIdentity__Output {
  'name': (string);
  'fsid': (string);
}
