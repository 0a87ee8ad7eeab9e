// Original file: proto/dcnsim/v1/hub.proto


export interface Store {
  'id'?: (string) | undefined;
  'description'?: (string) | undefined;
  'default'?: (boolean) | undefined;
  /**
   * `rbd`
   */
  'type'?: (string) | undefined;
  /**
   * Only for administrators: pool, user, chunk size, thin provisioning.
   */
  'properties'?: ({[key: string]: string}) | undefined;
}

export interface Store__Output {
  'id': (string);
  'description': (string);
  'default': (boolean);
  /**
   * `rbd`
   */
  'type': (string);
  /**
   * Only for administrators: pool, user, chunk size, thin provisioning.
   */
  'properties': ({[key: string]: string});
}
