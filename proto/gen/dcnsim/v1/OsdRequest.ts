// Original file: proto/dcnsim/v1/osds.proto


/**
 * One osd.
 */
export interface OsdRequest {
  /**
   * From 0.
   */
  'osd'?: (number) | undefined;
}

/**
 * One osd.
 */
export interface OsdRequest__Output {
  /**
   * From 0.
   */
  'osd': (number);
}
