// Original file: proto/dcnsim/v1/groups.proto


/**
 * Which groups to list.
 */
export interface ListGroupsRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
}

/**
 * Which groups to list.
 */
export interface ListGroupsRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
}
