// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which volume snapshots to list.
 */
export interface ListVolumeSnapshotsRequest {
  /**
   * Exact name; all when empty.
   */
  'name'?: (string) | undefined;
}

/**
 * Which volume snapshots to list.
 */
export interface ListVolumeSnapshotsRequest__Output {
  /**
   * Exact name; all when empty.
   */
  'name': (string);
}
