// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A pool's settings.
 */
export interface PoolInfo {
  /**
   * The pool's number in the cluster, from 1 in the order in which pools were made.
   */
  'id'?: (number) | undefined;
  /**
   * Unique in the cluster, for example `images`.
   */
  'name'?: (string) | undefined;
  /**
   * Of how many copies each object should have; a cluster with fewer OSDs keeps one on each.
   */
  'replicas'?: (number) | undefined;
  /**
   * Placement groups; shown only, nothing depends on their number.
   */
  'pgNum'?: (number) | undefined;
}

/**
 * A pool's settings.
 */
export interface PoolInfo__Output {
  /**
   * The pool's number in the cluster, from 1 in the order in which pools were made.
   */
  'id': (number);
  /**
   * Unique in the cluster, for example `images`.
   */
  'name': (string);
  /**
   * Of how many copies each object should have; a cluster with fewer OSDs keeps one on each.
   */
  'replicas': (number);
  /**
   * Placement groups; shown only, nothing depends on their number.
   */
  'pgNum': (number);
}
