// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * From when on osds count as full.
 */
export interface FullRatioRequest {
  /**
   * `full`, `backfillfull` or `nearfull`.
   */
  'ratio'?: (string) | undefined;
  /**
   * 0 to 1.
   */
  'value'?: (number | string) | undefined;
}

/**
 * From when on osds count as full.
 */
export interface FullRatioRequest__Output {
  /**
   * `full`, `backfillfull` or `nearfull`.
   */
  'ratio': (string);
  /**
   * 0 to 1.
   */
  'value': (number);
}
