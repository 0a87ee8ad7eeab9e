// Original file: proto/dcnsim/v1/auth.proto


/**
 * What removing a user came to.
 */
export interface RemoveIdentityResponse {
  /**
   * False when there was none.
   */
  'existed'?: (boolean) | undefined;
}

/**
 * What removing a user came to.
 */
export interface RemoveIdentityResponse__Output {
  /**
   * False when there was none.
   */
  'existed': (boolean);
}
