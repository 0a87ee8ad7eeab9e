// Original file: proto/dcnsim/v1/trash.proto


/**
 * An image in the trash.
 */
export interface TrashedImageSpec {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * The image's id.
   */
  'id'?: (string) | undefined;
}

/**
 * An image in the trash.
 */
export interface TrashedImageSpec__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * The image's id.
   */
  'id': (string);
}
