// Original file: proto/dcnsim/v1/image_locks.proto


/**
 * A holder of a lock.
 */
export interface ImageLocker {
  /**
   * As given; `auto <cookie>` for the managed lock.
   */
  'id'?: (string) | undefined;
  /**
   * `client.4173`.
   */
  'locker'?: (string) | undefined;
  /**
   * The client's address.
   */
  'address'?: (string) | undefined;
}

/**
 * A holder of a lock.
 */
export interface ImageLocker__Output {
  /**
   * As given; `auto <cookie>` for the managed lock.
   */
  'id': (string);
  /**
   * `client.4173`.
   */
  'locker': (string);
  /**
   * The client's address.
   */
  'address': (string);
}
