// Original file: proto/dcnsim/v1/configuration.proto


/**
 * Which options to list.
 */
export interface ListPoolOptionsRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
}

/**
 * Which options to list.
 */
export interface ListPoolOptionsRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
}
