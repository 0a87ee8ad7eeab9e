// Original file: proto/dcnsim/v1/hub.proto


/**
 * The link between the hub and one site, as it is now.
 */
export interface Link {
  /**
   * The site at its far end.
   */
  'site'?: (string) | undefined;
  /**
   * From the hub to the site, in decimal bits per second. 0 means unlimited.
   */
  'downBitsPerSecond'?: (number | string) | undefined;
  /**
   * From the site to the hub, in decimal bits per second. 0 means unlimited.
   */
  'upBitsPerSecond'?: (number | string) | undefined;
  /**
   * Milliseconds there and back, without the time that the bytes take.
   */
  'rttMs'?: (number | string) | undefined;
  /**
   * up or down; a link that is down holds all traffic until it is up again.
   */
  'state'?: (string) | undefined;
}

/**
 * The link between the hub and one site, as it is now.
 */
export interface Link__Output {
  /**
   * The site at its far end.
   */
  'site': (string);
  /**
   * From the hub to the site, in decimal bits per second. 0 means unlimited.
   */
  'downBitsPerSecond': (number);
  /**
   * From the site to the hub, in decimal bits per second. 0 means unlimited.
   */
  'upBitsPerSecond': (number);
  /**
   * Milliseconds there and back, without the time that the bytes take.
   */
  'rttMs': (number);
  /**
   * up or down; a link that is down holds all traffic until it is up again.
   */
  'state': (string);
}
