// Original file: proto/dcnsim/v1/hub.proto


/**
 * A server's port in a network.
 */
export interface Address {
  /**
   * The network's name.
   */
  'network'?: (string) | undefined;
  /**
   * IPv4, dotted.
   */
  'address'?: (string) | undefined;
  /**
   * `fa:16:3e:...`
   */
  'mac'?: (string) | undefined;
}

/**
 * A server's port in a network.
 */
export interface Address__Output {
  /**
   * The network's name.
   */
  'network': (string);
  /**
   * IPv4, dotted.
   */
  'address': (string);
  /**
   * `fa:16:3e:...`
   */
  'mac': (string);
}
