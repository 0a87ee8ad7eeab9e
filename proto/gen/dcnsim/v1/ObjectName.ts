// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * An object of a pool.
 */
export interface ObjectName {
  /**
   * The default one when empty.
   */
  'namespace'?: (string) | undefined;
  /**
   * The object's name.
   */
  'name'?: (string) | undefined;
}

/**
 * An object of a pool.
 */
export interface ObjectName__Output {
  /**
   * The default one when empty.
   */
  'namespace': (string);
  /**
   * The object's name.
   */
  'name': (string);
}
