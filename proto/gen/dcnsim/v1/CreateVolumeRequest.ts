// Original file: proto/dcnsim/v1/hub.proto


export interface CreateVolumeRequest {
  'name'?: (string) | undefined;
  /**
   * GiB; the source's size when 0 and there is a snapshot or volume as source.
   */
  'sizeGib'?: (number) | undefined;
  /**
   * The hub's zone when empty.
   */
  'availabilityZone'?: (string) | undefined;
  'imageId'?: (string) | undefined;
  'snapshotId'?: (string) | undefined;
  'sourceVolumeId'?: (string) | undefined;
  'description'?: (string) | undefined;
}

export interface CreateVolumeRequest__Output {
  'name': (string);
  /**
   * GiB; the source's size when 0 and there is a snapshot or volume as source.
   */
  'sizeGib': (number);
  /**
   * The hub's zone when empty.
   */
  'availabilityZone': (string);
  'imageId': (string);
  'snapshotId': (string);
  'sourceVolumeId': (string);
  'description': (string);
}
