// Original file: proto/dcnsim/v1/cluster_state.proto


/**
 * One osd.
 */
export interface OsdUsage {
  /**
   * From 0.
   */
  'id'?: (number) | undefined;
  /**
   * Its daemon answers.
   */
  'up'?: (boolean) | undefined;
  /**
   * Since when it is up, or was.
   */
  'upSinceMs'?: (number | string) | undefined;
  /**
   * Since when it is in, or was.
   */
  'inSinceMs'?: (number | string) | undefined;
  /**
   * 0 (out) to 1.
   */
  'reweight'?: (number | string) | undefined;
  /**
   * In TiB, as CRUSH weighs it.
   */
  'weight'?: (number | string) | undefined;
  /**
   * Its disk.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * Used by data.
   */
  'dataBytes'?: (number) | undefined;
  /**
   * Used by log and metadata.
   */
  'metaBytes'?: (number) | undefined;
  /**
   * Placement groups that have data there.
   */
  'groups'?: (number) | undefined;
  /**
   * The disk has failed and is not replaced.
   */
  'failed'?: (boolean) | undefined;
}

/**
 * One osd.
 */
export interface OsdUsage__Output {
  /**
   * From 0.
   */
  'id': (number);
  /**
   * Its daemon answers.
   */
  'up': (boolean);
  /**
   * Since when it is up, or was.
   */
  'upSinceMs': (number);
  /**
   * Since when it is in, or was.
   */
  'inSinceMs': (number);
  /**
   * 0 (out) to 1.
   */
  'reweight': (number);
  /**
   * In TiB, as CRUSH weighs it.
   */
  'weight': (number);
  /**
   * Its disk.
   */
  'sizeBytes': (number);
  /**
   * Used by data.
   */
  'dataBytes': (number);
  /**
   * Used by log and metadata.
   */
  'metaBytes': (number);
  /**
   * Placement groups that have data there.
   */
  'groups': (number);
  /**
   * The disk has failed and is not replaced.
   */
  'failed': (boolean);
}
