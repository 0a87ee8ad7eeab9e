// Original file: proto/dcnsim/v1/mirroring.proto


/**
 * How to mirror a pool.
 */
export interface EnablePoolMirroringRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * `image`: those that are chosen; `pool`: all that are journalled.
   */
  'mode'?: (string) | undefined;
}

/**
 * How to mirror a pool.
 */
export interface EnablePoolMirroringRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * `image`: those that are chosen; `pool`: all that are journalled.
   */
  'mode': (string);
}
