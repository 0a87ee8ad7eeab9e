// Original file: proto/dcnsim/v1/hub.proto


/**
 * Cinder's record of a volume snapshot.
 */
export interface VolumeSnapshot {
  /**
   * A UUID; the RBD snapshot is `snapshot-<id>` of the volume's image.
   */
  'id'?: (string) | undefined;
  /**
   * For people; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * For people; may be empty.
   */
  'description'?: (string) | undefined;
  /**
   * creating, available, deleting, error, error_deleting
   */
  'status'?: (string) | undefined;
  /**
   * The id (UUID) of the volume that it is of.
   */
  'volumeId'?: (string) | undefined;
  /**
   * The volume's size when it was taken.
   */
  'sizeGib'?: (number) | undefined;
  /**
   * `0%`, and `100%` when done.
   */
  'progress'?: (string) | undefined;
  /**
   * The project that it belongs to.
   */
  'projectId'?: (string) | undefined;
  /**
   * When it was asked for: simulated milliseconds since the epoch.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the record last changed; absent while it never has.
   */
  'updatedMs'?: (number | string) | undefined;
  /**
   * clean (no server was writing) or crash-consistent
   */
  'consistency'?: (string) | undefined;
  '_updatedMs'?: "updatedMs" | undefined;
}

/**
 * Cinder's record of a volume snapshot.
 */
export interface VolumeSnapshot__Output {
  /**
   * A UUID; the RBD snapshot is `snapshot-<id>` of the volume's image.
   */
  'id': (string);
  /**
   * For people; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * For people; may be empty.
   */
  'description': (string);
  /**
   * creating, available, deleting, error, error_deleting
   */
  'status': (string);
  /**
   * The id (UUID) of the volume that it is of.
   */
  'volumeId': (string);
  /**
   * The volume's size when it was taken.
   */
  'sizeGib': (number);
  /**
   * `0%`, and `100%` when done.
   */
  'progress': (string);
  /**
   * The project that it belongs to.
   */
  'projectId': (string);
  /**
   * When it was asked for: simulated milliseconds since the epoch.
   */
  'createdMs': (number);
  /**
   * When the record last changed; absent while it never has.
   */
  'updatedMs'?: (number);
  /**
   * clean (no server was writing) or crash-consistent
   */
  'consistency': (string);
  '_updatedMs'?: "updatedMs";
}
