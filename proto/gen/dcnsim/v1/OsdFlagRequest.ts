// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * A flag of the osd map.
 */
export interface OsdFlagRequest {
  /**
   * For example `noout`.
   */
  'flag'?: (string) | undefined;
}

/**
 * A flag of the osd map.
 */
export interface OsdFlagRequest__Output {
  /**
   * For example `noout`.
   */
  'flag': (string);
}
