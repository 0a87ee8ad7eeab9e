// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * A key and its value.
 */
export interface OmapEntry {
  /**
   * Bytes, mostly readable.
   */
  'key'?: (Uint8Array) | undefined;
  /**
   * In Ceph's encoding.
   */
  'value'?: (Uint8Array) | undefined;
}

/**
 * A key and its value.
 */
export interface OmapEntry__Output {
  /**
   * Bytes, mostly readable.
   */
  'key': (Buffer);
  /**
   * In Ceph's encoding.
   */
  'value': (Buffer);
}
