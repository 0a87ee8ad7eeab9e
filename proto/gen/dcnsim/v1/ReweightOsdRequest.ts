// Original file: proto/dcnsim/v1/osds.proto


/**
 * How much of its share an osd takes.
 */
export interface ReweightOsdRequest {
  /**
   * From 0.
   */
  'osd'?: (number) | undefined;
  /**
   * 0 (out) to 1.
   */
  'weight'?: (number | string) | undefined;
}

/**
 * How much of its share an osd takes.
 */
export interface ReweightOsdRequest__Output {
  /**
   * From 0.
   */
  'osd': (number);
  /**
   * 0 (out) to 1.
   */
  'weight': (number);
}
