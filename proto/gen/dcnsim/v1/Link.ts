// Original file: proto/dcnsim/v1/hub.proto


export interface Link {
  'site'?: (string) | undefined;
  /**
   * 0 means unlimited.
   */
  'downBitsPerSecond'?: (number | string) | undefined;
  'upBitsPerSecond'?: (number | string) | undefined;
  'rttMs'?: (number | string) | undefined;
  /**
   * up or down
   */
  'state'?: (string) | undefined;
}

export interface Link__Output {
  'site': (string);
  /**
   * 0 means unlimited.
   */
  'downBitsPerSecond': (number);
  'upBitsPerSecond': (number);
  'rttMs': (number);
  /**
   * up or down
   */
  'state': (string);
}
