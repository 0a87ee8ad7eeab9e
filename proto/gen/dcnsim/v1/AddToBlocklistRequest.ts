// Original file: proto/dcnsim/v1/blocklist.proto


/**
 * What to add.
 */
export interface AddToBlocklistRequest {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address'?: (string) | undefined;
  /**
   * For how long; an hour when absent.
   */
  'seconds'?: (number | string) | undefined;
  '_seconds'?: "seconds" | undefined;
}

/**
 * What to add.
 */
export interface AddToBlocklistRequest__Output {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address': (string);
  /**
   * For how long; an hour when absent.
   */
  'seconds'?: (number);
  '_seconds'?: "seconds";
}
