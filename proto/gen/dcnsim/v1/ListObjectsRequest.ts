// Original file: proto/dcnsim/v1/rados_objects.proto


/**
 * Where to look.
 */
export interface ListObjectsRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The default one when empty.
   */
  'namespace'?: (string) | undefined;
  /**
   * Every name space.
   */
  'all'?: (boolean) | undefined;
}

/**
 * Where to look.
 */
export interface ListObjectsRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The default one when empty.
   */
  'namespace': (string);
  /**
   * Every name space.
   */
  'all': (boolean);
}
