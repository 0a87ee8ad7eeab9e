// Original file: proto/dcnsim/v1/mirroring.proto


/**
 * A pool.
 */
export interface MirroredPoolSpec {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
}

/**
 * A pool.
 */
export interface MirroredPoolSpec__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
}
