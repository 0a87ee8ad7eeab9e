// Original file: proto/dcnsim/v1/hub.proto


/**
 * A key pair, as far as a boot refers to it.
 */
export interface Keypair {
  /**
   * Unique and not empty; key pairs have no other id.
   */
  'name'?: (string) | undefined;
  /**
   * MD5 in hex pairs with colons, drawn by the hub.
   */
  'fingerprint'?: (string) | undefined;
}

/**
 * A key pair, as far as a boot refers to it.
 */
export interface Keypair__Output {
  /**
   * Unique and not empty; key pairs have no other id.
   */
  'name': (string);
  /**
   * MD5 in hex pairs with colons, drawn by the hub.
   */
  'fingerprint': (string);
}
