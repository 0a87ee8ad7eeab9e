// Original file: proto/dcnsim/v1/osds.proto


/**
 * An osd to give up.
 */
export interface DeclareLostRequest {
  /**
   * From 0.
   */
  'osd'?: (number) | undefined;
  /**
   * The caller knows what this means.
   */
  'sure'?: (boolean) | undefined;
}

/**
 * An osd to give up.
 */
export interface DeclareLostRequest__Output {
  /**
   * From 0.
   */
  'osd': (number);
  /**
   * The caller knows what this means.
   */
  'sure': (boolean);
}
