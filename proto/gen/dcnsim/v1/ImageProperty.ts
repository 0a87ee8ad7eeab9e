// Original file: proto/dcnsim/v1/hub.proto


/**
 * A property of an image.
 */
export interface ImageProperty {
  /**
   * Unique in the image, at most 255 characters.
   */
  'name'?: (string) | undefined;
  /**
   * Text; may be empty.
   */
  'value'?: (string) | undefined;
}

/**
 * A property of an image.
 */
export interface ImageProperty__Output {
  /**
   * Unique in the image, at most 255 characters.
   */
  'name': (string);
  /**
   * Text; may be empty.
   */
  'value': (string);
}
