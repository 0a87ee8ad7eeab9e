// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * How many placement groups are in a state.
 */
export interface GroupStateCount {
  /**
   * For example `active+clean`.
   */
  'state'?: (string) | undefined;
  /**
   * At least one.
   */
  'count'?: (number) | undefined;
}

/**
 * How many placement groups are in a state.
 */
export interface GroupStateCount__Output {
  /**
   * For example `active+clean`.
   */
  'state': (string);
  /**
   * At least one.
   */
  'count': (number);
}
