// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * Something that is wrong.
 */
export interface HealthCheck {
  /**
   * For example `POOL_FULL`.
   */
  'code'?: (string) | undefined;
  /**
   * `HEALTH_WARN` or `HEALTH_ERR`.
   */
  'severity'?: (string) | undefined;
  /**
   * One line.
   */
  'summary'?: (string) | undefined;
  /**
   * Of how many things this is said.
   */
  'count'?: (number) | undefined;
  /**
   * A line for each of them.
   */
  'detail'?: (string)[] | undefined;
}

/**
 * Something that is wrong.
 */
export interface HealthCheck__Output {
  /**
   * For example `POOL_FULL`.
   */
  'code': (string);
  /**
   * `HEALTH_WARN` or `HEALTH_ERR`.
   */
  'severity': (string);
  /**
   * One line.
   */
  'summary': (string);
  /**
   * Of how many things this is said.
   */
  'count': (number);
  /**
   * A line for each of them.
   */
  'detail': (string)[];
}
