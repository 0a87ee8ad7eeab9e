// Original file: proto/dcnsim/v1/nbd.proto


/**
 * How a server shows who it is, and whom it believes; PEM.
 */
export interface NbdTls {
  /**
   * The authority that signs the certificates of clients.
   */
  'ca'?: (Uint8Array) | undefined;
  /**
   * The server's certificate.
   */
  'cert'?: (Uint8Array) | undefined;
  /**
   * The key of the server's certificate.
   */
  'key'?: (Uint8Array) | undefined;
}

/**
 * How a server shows who it is, and whom it believes; PEM.
 */
export interface NbdTls__Output {
  /**
   * The authority that signs the certificates of clients.
   */
  'ca': (Buffer);
  /**
   * The server's certificate.
   */
  'cert': (Buffer);
  /**
   * The key of the server's certificate.
   */
  'key': (Buffer);
}
