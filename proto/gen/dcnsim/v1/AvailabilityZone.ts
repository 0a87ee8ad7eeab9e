// Original file: proto/dcnsim/v1/hub.proto


/**
 * A place to put servers and volumes: one per site.
 */
export interface AvailabilityZone {
  /**
   * The site's name.
   */
  'name'?: (string) | undefined;
  /**
   * Whether the site is up.
   */
  'available'?: (boolean) | undefined;
}

/**
 * A place to put servers and volumes: one per site.
 */
export interface AvailabilityZone__Output {
  /**
   * The site's name.
   */
  'name': (string);
  /**
   * Whether the site is up.
   */
  'available': (boolean);
}
