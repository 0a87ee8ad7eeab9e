// Original file: proto/dcnsim/v1/namespaces.proto


/**
 * A name space of a pool.
 */
export interface NamespaceSpec {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Unique in the pool; not empty, without `@` and `/`.
   */
  'namespace'?: (string) | undefined;
}

/**
 * A name space of a pool.
 */
export interface NamespaceSpec__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Unique in the pool; not empty, without `@` and `/`.
   */
  'namespace': (string);
}
