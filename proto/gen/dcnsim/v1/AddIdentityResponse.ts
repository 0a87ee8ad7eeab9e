// Original file: proto/dcnsim/v1/auth.proto


/**
 * What adding a user came to.
 */
export interface AddIdentityResponse {
  /**
   * False when the same user was there before.
   */
  'created'?: (boolean) | undefined;
}

/**
 * What adding a user came to.
 */
export interface AddIdentityResponse__Output {
  /**
   * False when the same user was there before.
   */
  'created': (boolean);
}
