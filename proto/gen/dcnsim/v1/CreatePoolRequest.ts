// Original file: proto/dcnsim/v1/block_store.proto


/**
 * A pool to make.
 */
export interface CreatePoolRequest {
  /**
   * The new pool's name, unique in the cluster; not empty, without `@` and `/`.
   */
  'pool'?: (string) | undefined;
}

/**
 * A pool to make.
 */
export interface CreatePoolRequest__Output {
  /**
   * The new pool's name, unique in the cluster; not empty, without `@` and `/`.
   */
  'pool': (string);
}
