// Original file: proto/dcnsim/v1/hub.proto


/**
 * One write of an image into one store.
 */
export interface Copy {
  'imageId'?: (string) | undefined;
  'store'?: (string) | undefined;
  /**
   * upload, web-download, copy-image, ...
   */
  'method'?: (string) | undefined;
  /**
   * staging, writing, done, failed
   */
  'state'?: (string) | undefined;
  'startedMs'?: (number | string) | undefined;
  'endedMs'?: (number | string) | undefined;
  'bytes'?: (number) | undefined;
  'taskId'?: (string) | undefined;
  '_endedMs'?: "endedMs" | undefined;
}

/**
 * One write of an image into one store.
 */
export interface Copy__Output {
  'imageId': (string);
  'store': (string);
  /**
   * upload, web-download, copy-image, ...
   */
  'method': (string);
  /**
   * staging, writing, done, failed
   */
  'state': (string);
  'startedMs': (number);
  'endedMs'?: (number);
  'bytes': (number);
  'taskId': (string);
  '_endedMs'?: "endedMs";
}
