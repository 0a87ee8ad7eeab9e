// Original file: proto/dcnsim/v1/hub.proto


export interface VolumeSnapshot {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  'description'?: (string) | undefined;
  /**
   * creating, available, error, deleting
   */
  'status'?: (string) | undefined;
  'volumeId'?: (string) | undefined;
  'sizeGib'?: (number) | undefined;
  /**
   * `100%` when done.
   */
  'progress'?: (string) | undefined;
  'projectId'?: (string) | undefined;
  'createdMs'?: (number | string) | undefined;
  'updatedMs'?: (number | string) | undefined;
  /**
   * clean (no server was writing) or crash-consistent
   */
  'consistency'?: (string) | undefined;
  '_updatedMs'?: "updatedMs" | undefined;
}

export interface VolumeSnapshot__Output {
  'id': (string);
  'name': (string);
  'description': (string);
  /**
   * creating, available, error, deleting
   */
  'status': (string);
  'volumeId': (string);
  'sizeGib': (number);
  /**
   * `100%` when done.
   */
  'progress': (string);
  'projectId': (string);
  'createdMs': (number);
  'updatedMs'?: (number);
  /**
   * clean (no server was writing) or crash-consistent
   */
  'consistency': (string);
  '_updatedMs'?: "updatedMs";
}
