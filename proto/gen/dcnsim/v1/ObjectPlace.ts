// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * One object.
 */
export interface ObjectPlace {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
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
 * One object.
 */
export interface ObjectPlace__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The default one when empty.
   */
  'namespace': (string);
  /**
   * The object's name.
   */
  'name': (string);
}
