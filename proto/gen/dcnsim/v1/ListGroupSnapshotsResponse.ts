// Original file: proto/dcnsim/v1/groups.proto


/**
 * A group's snapshots.
 */
export interface ListGroupSnapshotsResponse {
  /**
   * In the order in which they were made.
   */
  'snapshots'?: (string)[] | undefined;
}

/**
 * A group's snapshots.
 */
export interface ListGroupSnapshotsResponse__Output {
  /**
   * In the order in which they were made.
   */
  'snapshots': (string)[];
}
