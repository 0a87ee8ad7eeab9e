// Original file: proto/dcnsim/v1/hub.proto


/**
 * A network, as far as a boot refers to it.
 */
export interface Network {
  /**
   * A UUID, drawn by the hub.
   */
  'id'?: (string) | undefined;
  /**
   * Unique and not empty.
   */
  'name'?: (string) | undefined;
  /**
   * The name of the site whose servers it is for; any when empty. A boot elsewhere is not refused.
   */
  'site'?: (string) | undefined;
}

/**
 * A network, as far as a boot refers to it.
 */
export interface Network__Output {
  /**
   * A UUID, drawn by the hub.
   */
  'id': (string);
  /**
   * Unique and not empty.
   */
  'name': (string);
  /**
   * The name of the site whose servers it is for; any when empty. A boot elsewhere is not refused.
   */
  'site': (string);
}
