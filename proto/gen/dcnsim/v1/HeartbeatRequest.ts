// Original file: proto/dcnsim/v1/hub.proto


/**
 * Who is alive.
 */
export interface HeartbeatRequest {
  /**
   * The site's name.
   */
  'site'?: (string) | undefined;
}

/**
 * Who is alive.
 */
export interface HeartbeatRequest__Output {
  /**
   * The site's name.
   */
  'site': (string);
}
