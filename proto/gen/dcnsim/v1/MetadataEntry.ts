// Original file: proto/dcnsim/v1/image_metadata.proto


/**
 * A text and its key.
 */
export interface MetadataEntry {
  /**
   * Unique in its image.
   */
  'key'?: (string) | undefined;
  /**
   * The text as it was set.
   */
  'value'?: (string) | undefined;
}

/**
 * A text and its key.
 */
export interface MetadataEntry__Output {
  /**
   * Unique in its image.
   */
  'key': (string);
  /**
   * The text as it was set.
   */
  'value': (string);
}
