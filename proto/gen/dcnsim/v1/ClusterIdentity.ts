// Original file: proto/dcnsim/v1/block_store.proto


/**
 * Which cluster this is.
 */
export interface ClusterIdentity {
  /**
   * The site's name, for example `dcn0`.
   */
  'name'?: (string) | undefined;
  /**
   * The cluster's UUID: what image locations name it by.
   */
  'fsid'?: (string) | undefined;
}

/**
 * Which cluster this is.
 */
export interface ClusterIdentity__Output {
  /**
   * The site's name, for example `dcn0`.
   */
  'name': (string);
  /**
   * The cluster's UUID: what image locations name it by.
   */
  'fsid': (string);
}
