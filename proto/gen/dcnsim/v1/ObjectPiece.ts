// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * A part of an object; the parts follow each other.
 */
export interface ObjectPiece {
  /**
   * At most 128 KiB.
   */
  'data'?: (Uint8Array) | undefined;
}

/**
 * A part of an object; the parts follow each other.
 */
export interface ObjectPiece__Output {
  /**
   * At most 128 KiB.
   */
  'data': (Buffer);
}
