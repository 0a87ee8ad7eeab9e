// Original file: proto/dcnsim/v1/trash.proto


/**
 * Which trash to list.
 */
export interface ListTrashRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * Also the hidden sources of migrations.
   */
  'all'?: (boolean) | undefined;
}

/**
 * Which trash to list.
 */
export interface ListTrashRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * Also the hidden sources of migrations.
   */
  'all': (boolean);
}
