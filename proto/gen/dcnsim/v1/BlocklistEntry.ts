// Original file: proto/dcnsim/v1/blocklist.proto


/**
 * An address that is served no more.
 */
export interface BlocklistEntry {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address'?: (string) | undefined;
  /**
   * Milliseconds since the epoch, of simulated time.
   */
  'untilMs'?: (number | string) | undefined;
}

/**
 * An address that is served no more.
 */
export interface BlocklistEntry__Output {
  /**
   * `127.0.0.1:0/1173263495`.
   */
  'address': (string);
  /**
   * Milliseconds since the epoch, of simulated time.
   */
  'untilMs': (number);
}
