// Original file: proto/dcnsim/v1/hub.proto


/**
 * What a server has of a host.
 */
export interface Flavor {
  /**
   * A UUID, drawn by the hub.
   */
  'id'?: (string) | undefined;
  /**
   * Unique and not empty.
   */
  'name'?: (string) | undefined;
  /**
   * Processors; shown only.
   */
  'vcpus'?: (number) | undefined;
  /**
   * Memory in MiB; shown only.
   */
  'ramMib'?: (number) | undefined;
  /**
   * The root disk in GiB, for servers made from an image; 0 keeps the image's size.
   */
  'diskGib'?: (number) | undefined;
}

/**
 * What a server has of a host.
 */
export interface Flavor__Output {
  /**
   * A UUID, drawn by the hub.
   */
  'id': (string);
  /**
   * Unique and not empty.
   */
  'name': (string);
  /**
   * Processors; shown only.
   */
  'vcpus': (number);
  /**
   * Memory in MiB; shown only.
   */
  'ramMib': (number);
  /**
   * The root disk in GiB, for servers made from an image; 0 keeps the image's size.
   */
  'diskGib': (number);
}
