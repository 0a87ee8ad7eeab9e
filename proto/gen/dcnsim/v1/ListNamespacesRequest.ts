// Original file: proto/dcnsim/v1/namespaces.proto


/**
 * Which name spaces to list.
 */
export interface ListNamespacesRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
}

/**
 * Which name spaces to list.
 */
export interface ListNamespacesRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
}
