// Original file: proto/dcnsim/v1/osds.proto


/**
 * An object to look for.
 */
export interface LocateRequest {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * The RADOS object's name; there need be none.
   */
  'object'?: (string) | undefined;
}

/**
 * An object to look for.
 */
export interface LocateRequest__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * The RADOS object's name; there need be none.
   */
  'object': (string);
}
