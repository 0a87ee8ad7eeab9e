// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which image.
 */
export interface ImageRequest {
  /**
   * The image's id, a UUID.
   */
  'imageId'?: (string) | undefined;
}

/**
 * Which image.
 */
export interface ImageRequest__Output {
  /**
   * The image's id, a UUID.
   */
  'imageId': (string);
}
