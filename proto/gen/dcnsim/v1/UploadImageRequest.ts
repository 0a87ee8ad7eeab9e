// Original file: proto/dcnsim/v1/hub.proto


export interface UploadImageRequest {
  /**
   * Only in the first message.
   */
  'imageId'?: (string) | undefined;
  /**
   * Only in the first message; the default store when empty.
   */
  'store'?: (string) | undefined;
  'data'?: (Uint8Array) | undefined;
  /**
   * Only in the first message; absent when the sender does not know it.
   */
  'sizeBytes'?: (number) | undefined;
  '_sizeBytes'?: "sizeBytes" | undefined;
}

export interface UploadImageRequest__Output {
  /**
   * Only in the first message.
   */
  'imageId': (string);
  /**
   * Only in the first message; the default store when empty.
   */
  'store': (string);
  'data': (Buffer);
  /**
   * Only in the first message; absent when the sender does not know it.
   */
  'sizeBytes'?: (number);
  '_sizeBytes'?: "sizeBytes";
}
