// Original file: proto/dcnsim/v1/pools.proto


/**
 * A new name for a pool.
 */
export interface RenamePoolRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Unique in the cluster; not empty, without `@` and `/`.
   */
  'newName'?: (string) | undefined;
}

/**
 * A new name for a pool.
 */
export interface RenamePoolRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Unique in the cluster; not empty, without `@` and `/`.
   */
  'newName': (string);
}
