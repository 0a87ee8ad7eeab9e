// Original file: proto/dcnsim/v1/hub.proto


/**
 * A snapshot to take.
 */
export interface CreateVolumeSnapshotRequest {
  /**
   * The volume's id, a UUID.
   */
  'volumeId'?: (string) | undefined;
  /**
   * For people; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * Leave to take it while a server uses the volume; needed before volume API 3.66, without effect after.
   */
  'force'?: (boolean) | undefined;
  /**
   * For people; may be empty.
   */
  'description'?: (string) | undefined;
}

/**
 * A snapshot to take.
 */
export interface CreateVolumeSnapshotRequest__Output {
  /**
   * The volume's id, a UUID.
   */
  'volumeId': (string);
  /**
   * For people; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * Leave to take it while a server uses the volume; needed before volume API 3.66, without effect after.
   */
  'force': (boolean);
  /**
   * For people; may be empty.
   */
  'description': (string);
}
