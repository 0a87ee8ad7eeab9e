// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which images to list.
 */
export interface ListImagesRequest {
  /**
   * Exact name; all when empty.
   */
  'name'?: (string) | undefined;
  /**
   * Exact status, for example `active`; all when empty.
   */
  'status'?: (string) | undefined;
}

/**
 * Which images to list.
 */
export interface ListImagesRequest__Output {
  /**
   * Exact name; all when empty.
   */
  'name': (string);
  /**
   * Exact status, for example `active`; all when empty.
   */
  'status': (string);
}
