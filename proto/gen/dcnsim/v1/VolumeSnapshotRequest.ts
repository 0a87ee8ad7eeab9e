// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which volume snapshot.
 */
export interface VolumeSnapshotRequest {
  /**
   * The snapshot's id, a UUID.
   */
  'snapshotId'?: (string) | undefined;
}

/**
 * Which volume snapshot.
 */
export interface VolumeSnapshotRequest__Output {
  /**
   * The snapshot's id, a UUID.
   */
  'snapshotId': (string);
}
