// Original file: proto/dcnsim/v1/hub.proto


/**
 * One copy to remove.
 */
export interface DeleteImageFromStoreRequest {
  /**
   * The image's id, a UUID.
   */
  'imageId'?: (string) | undefined;
  /**
   * The store's id.
   */
  'store'?: (string) | undefined;
}

/**
 * One copy to remove.
 */
export interface DeleteImageFromStoreRequest__Output {
  /**
   * The image's id, a UUID.
   */
  'imageId': (string);
  /**
   * The store's id.
   */
  'store': (string);
}
