// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which volumes to list.
 */
export interface ListVolumesRequest {
  /**
   * Exact name; all when empty.
   */
  'name'?: (string) | undefined;
}

/**
 * Which volumes to list.
 */
export interface ListVolumesRequest__Output {
  /**
   * Exact name; all when empty.
   */
  'name': (string);
}
