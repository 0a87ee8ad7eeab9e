// Original file: proto/dcnsim/v1/hub.proto


/**
 * A security group, as far as a boot refers to it.
 */
export interface SecurityGroup {
  /**
   * A UUID, drawn by the hub.
   */
  'id'?: (string) | undefined;
  /**
   * Unique and not empty.
   */
  'name'?: (string) | undefined;
}

/**
 * A security group, as far as a boot refers to it.
 */
export interface SecurityGroup__Output {
  /**
   * A UUID, drawn by the hub.
   */
  'id': (string);
  /**
   * Unique and not empty.
   */
  'name': (string);
}
