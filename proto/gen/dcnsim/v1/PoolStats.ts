// Original file: proto/dcnsim/v1/pools.proto


/**
 * What there is in a pool.
 */
export interface PoolStats {
  /**
   * Images that are not in the trash.
   */
  'images'?: (number) | undefined;
  /**
   * Their snapshots.
   */
  'snapshots'?: (number) | undefined;
  /**
   * Their sizes, each at its largest.
   */
  'provisionedBytes'?: (number) | undefined;
  /**
   * Images in the trash.
   */
  'trashedImages'?: (number) | undefined;
  /**
   * Their snapshots.
   */
  'trashedSnapshots'?: (number) | undefined;
  /**
   * Their sizes, each at its largest.
   */
  'trashedProvisionedBytes'?: (number) | undefined;
}

/**
 * What there is in a pool.
 */
export interface PoolStats__Output {
  /**
   * Images that are not in the trash.
   */
  'images': (number);
  /**
   * Their snapshots.
   */
  'snapshots': (number);
  /**
   * Their sizes, each at its largest.
   */
  'provisionedBytes': (number);
  /**
   * Images in the trash.
   */
  'trashedImages': (number);
  /**
   * Their snapshots.
   */
  'trashedSnapshots': (number);
  /**
   * Their sizes, each at its largest.
   */
  'trashedProvisionedBytes': (number);
}
