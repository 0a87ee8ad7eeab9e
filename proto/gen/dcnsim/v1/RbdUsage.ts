// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A row of `rbd du`.
 */
export interface RbdUsage {
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string) | undefined;
  /**
   * The size that readers see.
   */
  'provisionedBytes'?: (number) | undefined;
  /**
   * Of objects written since the snapshot before, by whole objects, before replication. The parent's do not count.
   */
  'usedBytes'?: (number) | undefined;
  '_snapshot'?: "snapshot" | undefined;
}

/**
 * A row of `rbd du`.
 */
export interface RbdUsage__Output {
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string);
  /**
   * The size that readers see.
   */
  'provisionedBytes': (number);
  /**
   * Of objects written since the snapshot before, by whole objects, before replication. The parent's do not count.
   */
  'usedBytes': (number);
  '_snapshot'?: "snapshot";
}
