// Original file: proto/dcnsim/v1/hub.proto


/**
 * A part of an image's data.
 */
export interface UploadImageRequest {
  /**
   * The image's id, a UUID. Only in the first message.
   */
  'imageId'?: (string) | undefined;
  /**
   * Only in the first message; the default store when empty. Staging does not read it.
   */
  'store'?: (string) | undefined;
  /**
   * The next bytes of the image; may be empty in the first message.
   */
  'data'?: (Uint8Array) | undefined;
  /**
   * Only in the first message; absent when the sender does not know it. An upload of another length is refused.
   */
  'sizeBytes'?: (number) | undefined;
  '_sizeBytes'?: "sizeBytes" | undefined;
}

/**
 * A part of an image's data.
 */
export interface UploadImageRequest__Output {
  /**
   * The image's id, a UUID. Only in the first message.
   */
  'imageId': (string);
  /**
   * Only in the first message; the default store when empty. Staging does not read it.
   */
  'store': (string);
  /**
   * The next bytes of the image; may be empty in the first message.
   */
  'data': (Buffer);
  /**
   * Only in the first message; absent when the sender does not know it. An upload of another length is refused.
   */
  'sizeBytes'?: (number);
  '_sizeBytes'?: "sizeBytes";
}
