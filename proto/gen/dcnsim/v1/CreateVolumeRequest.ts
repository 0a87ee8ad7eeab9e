// Original file: proto/dcnsim/v1/hub.proto


/**
 * A volume to make. At most one source: image, snapshot or volume; with none the volume is empty.
 */
export interface CreateVolumeRequest {
  /**
   * For people; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * GiB; the source's size when 0 and there is a snapshot or volume as source.
   */
  'sizeGib'?: (number) | undefined;
  /**
   * A site's name. When empty, the zone of the snapshot or volume that is the source, else the hub's.
   */
  'availabilityZone'?: (string) | undefined;
  /**
   * The id (UUID) of an active image; empty when that is not the source.
   */
  'imageId'?: (string) | undefined;
  /**
   * The id (UUID) of an available snapshot; empty when that is not the source.
   */
  'snapshotId'?: (string) | undefined;
  /**
   * The id (UUID) of a volume to clone, available or in use; empty when that is not the source.
   */
  'sourceVolumeId'?: (string) | undefined;
  /**
   * For people; may be empty.
   */
  'description'?: (string) | undefined;
}

/**
 * A volume to make. At most one source: image, snapshot or volume; with none the volume is empty.
 */
export interface CreateVolumeRequest__Output {
  /**
   * For people; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * GiB; the source's size when 0 and there is a snapshot or volume as source.
   */
  'sizeGib': (number);
  /**
   * A site's name. When empty, the zone of the snapshot or volume that is the source, else the hub's.
   */
  'availabilityZone': (string);
  /**
   * The id (UUID) of an active image; empty when that is not the source.
   */
  'imageId': (string);
  /**
   * The id (UUID) of an available snapshot; empty when that is not the source.
   */
  'snapshotId': (string);
  /**
   * The id (UUID) of a volume to clone, available or in use; empty when that is not the source.
   */
  'sourceVolumeId': (string);
  /**
   * For people; may be empty.
   */
  'description': (string);
}
