// Original file: proto/dcnsim/v1/hub.proto


/**
 * What to change of a link; what is absent stays.
 */
export interface SetLinkRequest {
  /**
   * The site at its far end.
   */
  'site'?: (string) | undefined;
  /**
   * From the hub to the site; 0 means unlimited.
   */
  'downBitsPerSecond'?: (number | string) | undefined;
  /**
   * From the site to the hub; 0 means unlimited.
   */
  'upBitsPerSecond'?: (number | string) | undefined;
  /**
   * Milliseconds there and back.
   */
  'rttMs'?: (number | string) | undefined;
  /**
   * up or down
   */
  'state'?: (string) | undefined;
  '_downBitsPerSecond'?: "downBitsPerSecond" | undefined;
  '_upBitsPerSecond'?: "upBitsPerSecond" | undefined;
  '_rttMs'?: "rttMs" | undefined;
  '_state'?: "state" | undefined;
}

/**
 * What to change of a link; what is absent stays.
 */
export interface SetLinkRequest__Output {
  /**
   * The site at its far end.
   */
  'site': (string);
  /**
   * From the hub to the site; 0 means unlimited.
   */
  'downBitsPerSecond'?: (number);
  /**
   * From the site to the hub; 0 means unlimited.
   */
  'upBitsPerSecond'?: (number);
  /**
   * Milliseconds there and back.
   */
  'rttMs'?: (number);
  /**
   * up or down
   */
  'state'?: (string);
  '_downBitsPerSecond'?: "downBitsPerSecond";
  '_upBitsPerSecond'?: "upBitsPerSecond";
  '_rttMs'?: "rttMs";
  '_state'?: "state";
}
