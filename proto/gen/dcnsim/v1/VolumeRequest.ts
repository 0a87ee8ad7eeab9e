// Original file: proto/dcnsim/v1/hub.proto


/**
 * Which volume.
 */
export interface VolumeRequest {
  /**
   * The volume's id, a UUID.
   */
  'volumeId'?: (string) | undefined;
}

/**
 * Which volume.
 */
export interface VolumeRequest__Output {
  /**
   * The volume's id, a UUID.
   */
  'volumeId': (string);
}
