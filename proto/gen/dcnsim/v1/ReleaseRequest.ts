// Original file: proto/dcnsim/v1/image_clients.proto


/**
 * Which handle to close.
 */
export interface ReleaseRequest {
  /**
   * As the first answer of Hold named it.
   */
  'address'?: (string) | undefined;
}

/**
 * Which handle to close.
 */
export interface ReleaseRequest__Output {
  /**
   * As the first answer of Hold named it.
   */
  'address': (string);
}
