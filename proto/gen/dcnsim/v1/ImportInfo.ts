// Original file: proto/dcnsim/v1/hub.proto


/**
 * What ImportImage can be asked for.
 */
export interface ImportInfo {
  /**
   * Names, in configured order.
   */
  'methods'?: (string)[] | undefined;
}

/**
 * What ImportImage can be asked for.
 */
export interface ImportInfo__Output {
  /**
   * Names, in configured order.
   */
  'methods': (string)[];
}
