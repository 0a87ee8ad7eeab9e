// Original file: proto/dcnsim/v1/clones.proto


/**
 * A release of Ceph.
 */
export interface ReleaseName {
  /**
   * For example `luminous`.
   */
  'release'?: (string) | undefined;
}

/**
 * A release of Ceph.
 */
export interface ReleaseName__Output {
  /**
   * For example `luminous`.
   */
  'release': (string);
}
