// Original file: proto/dcnsim/v1/site_agent.proto


/**
 * Which snapshot of which volume.
 */
export interface AgentVolumeSnapshotRequest {
  /**
   * The id (UUID) of the volume that the snapshot is of.
   */
  'volumeId'?: (string) | undefined;
  /**
   * The snapshot's id, a UUID drawn by the hub.
   */
  'snapshotId'?: (string) | undefined;
}

/**
 * Which snapshot of which volume.
 */
export interface AgentVolumeSnapshotRequest__Output {
  /**
   * The id (UUID) of the volume that the snapshot is of.
   */
  'volumeId': (string);
  /**
   * The snapshot's id, a UUID drawn by the hub.
   */
  'snapshotId': (string);
}
