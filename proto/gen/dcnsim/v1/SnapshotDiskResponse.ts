// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * The image's data, ready to be registered in Glance.
 */
export interface SnapshotDiskResponse {
  /**
   * Its location: rbd://FSID/images/IMAGE/snap
   */
  'url'?: (string) | undefined;
  /**
   * The disk's size.
   */
  'sizeBytes'?: (number) | undefined;
}

/**
 * The image's data, ready to be registered in Glance.
 */
export interface SnapshotDiskResponse__Output {
  /**
   * Its location: rbd://FSID/images/IMAGE/snap
   */
  'url': (string);
  /**
   * The disk's size.
   */
  'sizeBytes': (number);
}
