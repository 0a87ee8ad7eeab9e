// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which servers to list.
 */
export interface ListServersRequest {
  /**
   * Exact name; all when empty.
   */
  'name'?: (string) | undefined;
}

/**
 * Which servers to list.
 */
export interface ListServersRequest__Output {
  /**
   * Exact name; all when empty.
   */
  'name': (string);
}
