// Original file: proto/dcnsim/v1/hub.proto


/**
 * Where one site keeps images.
 */
export interface Store {
  /**
   * The site's name, for example `dcn0`.
   */
  'id'?: (string) | undefined;
  /**
   * For people, for example `dcn0 rbd glance store`.
   */
  'description'?: (string) | undefined;
  /**
   * Whether uploads go here that name no store; true for one store of the cloud.
   */
  'default'?: (boolean) | undefined;
  /**
   * `rbd`
   */
  'type'?: (string) | undefined;
  /**
   * What Glance shows to administrators only: `pool`, `chunk_size` in bytes, `thin_provisioning`.
   */
  'properties'?: ({[key: string]: string}) | undefined;
}

/**
 * Where one site keeps images.
 */
export interface Store__Output {
  /**
   * The site's name, for example `dcn0`.
   */
  'id': (string);
  /**
   * For people, for example `dcn0 rbd glance store`.
   */
  'description': (string);
  /**
   * Whether uploads go here that name no store; true for one store of the cloud.
   */
  'default': (boolean);
  /**
   * `rbd`
   */
  'type': (string);
  /**
   * What Glance shows to administrators only: `pool`, `chunk_size` in bytes, `thin_provisioning`.
   */
  'properties': ({[key: string]: string});
}
