// Original file: proto/dcnsim/v1/hub.proto


/**
 * One write of an image into one store.
 */
export interface Copy {
  /**
   * The image's id, a UUID; the image may be gone by now.
   */
  'imageId'?: (string) | undefined;
  /**
   * The id of the store that was written.
   */
  'store'?: (string) | undefined;
  /**
   * upload, glance-direct, web-download, copy-image
   */
  'method'?: (string) | undefined;
  /**
   * writing, done, failed
   */
  'state'?: (string) | undefined;
  /**
   * When the first byte set out.
   */
  'startedMs'?: (number | string) | undefined;
  /**
   * When the last byte was there, or the write had failed; absent while it runs.
   */
  'endedMs'?: (number | string) | undefined;
  /**
   * Bytes that crossed the store's WAN link; 0 for the hub's own store, and until the copy is done.
   */
  'bytes'?: (number) | undefined;
  /**
   * The import task's id, a UUID; empty for an upload.
   */
  'taskId'?: (string) | undefined;
  '_endedMs'?: "endedMs" | undefined;
}

/**
 * One write of an image into one store.
 */
export interface Copy__Output {
  /**
   * The image's id, a UUID; the image may be gone by now.
   */
  'imageId': (string);
  /**
   * The id of the store that was written.
   */
  'store': (string);
  /**
   * upload, glance-direct, web-download, copy-image
   */
  'method': (string);
  /**
   * writing, done, failed
   */
  'state': (string);
  /**
   * When the first byte set out.
   */
  'startedMs': (number);
  /**
   * When the last byte was there, or the write had failed; absent while it runs.
   */
  'endedMs'?: (number);
  /**
   * Bytes that crossed the store's WAN link; 0 for the hub's own store, and until the copy is done.
   */
  'bytes': (number);
  /**
   * The import task's id, a UUID; empty for an upload.
   */
  'taskId': (string);
  '_endedMs'?: "endedMs";
}
