// Original file: proto/dcnsim/v1/groups.proto


/**
 * A group of a pool's name space.
 */
export interface GroupSpec {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * Unique in the name space; not empty, without `@` and `/`.
   */
  'group'?: (string) | undefined;
}

/**
 * A group of a pool's name space.
 */
export interface GroupSpec__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The pool's name space; empty for the default one.
   */
  'namespace': (string);
  /**
   * Unique in the name space; not empty, without `@` and `/`.
   */
  'group': (string);
}
