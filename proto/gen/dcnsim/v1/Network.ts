// Original file: proto/dcnsim/v1/hub.proto


export interface Network {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  /**
   * The zone whose servers may use it; any when empty.
   */
  'site'?: (string) | undefined;
}

export interface Network__Output {
  'id': (string);
  'name': (string);
  /**
   * The zone whose servers may use it; any when empty.
   */
  'site': (string);
}
