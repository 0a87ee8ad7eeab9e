// Original file: proto/dcnsim/v1/blocklist.proto


/**
 * What to remove.
 */
export interface BlocklistAddress {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address'?: (string) | undefined;
}

/**
 * What to remove.
 */
export interface BlocklistAddress__Output {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address': (string);
}
