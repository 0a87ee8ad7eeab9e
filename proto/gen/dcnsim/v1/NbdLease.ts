// Original file: proto/dcnsim/v1/nbd.proto


/**
 * Something that is served.
 */
export interface NbdLease {
  /**
   * As Open has named it.
   */
  'lease'?: (string) | undefined;
}

/**
 * Something that is served.
 */
export interface NbdLease__Output {
  /**
   * As Open has named it.
   */
  'lease': (string);
}
