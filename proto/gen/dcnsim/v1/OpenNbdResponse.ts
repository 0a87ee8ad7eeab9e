// Original file: proto/dcnsim/v1/nbd.proto


/**
 * What is served now.
 */
export interface OpenNbdResponse {
  /**
   * Names it in further calls.
   */
  'lease'?: (string) | undefined;
  /**
   * Where it listens, with the real port.
   */
  'address'?: (string) | undefined;
  /**
   * For each export, in order: how clients name it.
   */
  'uris'?: (string)[] | undefined;
  /**
   * It ends unless it is renewed within so many real milliseconds.
   */
  'leaseMs'?: (number) | undefined;
}

/**
 * What is served now.
 */
export interface OpenNbdResponse__Output {
  /**
   * Names it in further calls.
   */
  'lease': (string);
  /**
   * Where it listens, with the real port.
   */
  'address': (string);
  /**
   * For each export, in order: how clients name it.
   */
  'uris': (string)[];
  /**
   * It ends unless it is renewed within so many real milliseconds.
   */
  'leaseMs': (number);
}
