// Original file: proto/dcnsim/v1/namespaces.proto


/**
 * A pool's name spaces.
 */
export interface ListNamespacesResponse {
  /**
   * Sorted by their bytes.
   */
  'namespaces'?: (string)[] | undefined;
}

/**
 * A pool's name spaces.
 */
export interface ListNamespacesResponse__Output {
  /**
   * Sorted by their bytes.
   */
  'namespaces': (string)[];
}
