// Original file: proto/dcnsim/v1/image_clients.proto


/**
 * An open handle.
 */
export interface ImageWatcher {
  /**
   * `127.0.0.1:0/1173263495`: a client instance's, never used twice.
   */
  'address'?: (string) | undefined;
  /**
   * The number in `client.4173`.
   */
  'client'?: (number) | undefined;
  /**
   * Tells the handles of one client apart.
   */
  'cookie'?: (number) | undefined;
}

/**
 * An open handle.
 */
export interface ImageWatcher__Output {
  /**
   * `127.0.0.1:0/1173263495`: a client instance's, never used twice.
   */
  'address': (string);
  /**
   * The number in `client.4173`.
   */
  'client': (number);
  /**
   * Tells the handles of one client apart.
   */
  'cookie': (number);
}
