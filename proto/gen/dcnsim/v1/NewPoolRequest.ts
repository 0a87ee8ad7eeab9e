// Original file: proto/dcnsim/v1/pools.proto


/**
 * A pool to make.
 */
export interface NewPoolRequest {
  /**
   * Unique in the cluster; not empty, without `@` and `/`.
   */
  'pool'?: (string) | undefined;
  /**
   * Placement groups; the cluster's default when absent or 0.
   */
  'pgNum'?: (number) | undefined;
  /**
   * Placement groups for placement; as many as there are when absent or 0.
   */
  'pgpNum'?: (number) | undefined;
  /**
   * `replicated`, also when absent.
   */
  'type'?: (string) | undefined;
  /**
   * The CRUSH rule; `replicated_rule` when absent.
   */
  'rule'?: (string) | undefined;
  /**
   * Of how many copies each object should have; the cluster's default when absent or 0.
   */
  'replicas'?: (number) | undefined;
  '_pgNum'?: "pgNum" | undefined;
  '_pgpNum'?: "pgpNum" | undefined;
  '_type'?: "type" | undefined;
  '_rule'?: "rule" | undefined;
  '_replicas'?: "replicas" | undefined;
}

/**
 * A pool to make.
 */
export interface NewPoolRequest__Output {
  /**
   * Unique in the cluster; not empty, without `@` and `/`.
   */
  'pool': (string);
  /**
   * Placement groups; the cluster's default when absent or 0.
   */
  'pgNum'?: (number);
  /**
   * Placement groups for placement; as many as there are when absent or 0.
   */
  'pgpNum'?: (number);
  /**
   * `replicated`, also when absent.
   */
  'type'?: (string);
  /**
   * The CRUSH rule; `replicated_rule` when absent.
   */
  'rule'?: (string);
  /**
   * Of how many copies each object should have; the cluster's default when absent or 0.
   */
  'replicas'?: (number);
  '_pgNum'?: "pgNum";
  '_pgpNum'?: "pgpNum";
  '_type'?: "type";
  '_rule'?: "rule";
  '_replicas'?: "replicas";
}
