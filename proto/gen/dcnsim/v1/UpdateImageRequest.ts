// Original file: proto/dcnsim/v1/hub.proto


/**
 * What to change of an image; what is absent stays.
 */
export interface UpdateImageRequest {
  /**
   * The image's id, a UUID.
   */
  'imageId'?: (string) | undefined;
  /**
   * At most 255 characters; may become empty.
   */
  'name'?: (string) | undefined;
  /**
   * `public` (for admins), `community`, `shared` or `private`.
   */
  'visibility'?: (string) | undefined;
  /**
   * Whether DeleteImage is refused from now on.
   */
  'protected'?: (boolean) | undefined;
  /**
   * GiB; 0 asks for nothing.
   */
  'minDiskGib'?: (number) | undefined;
  /**
   * MiB; 0 asks for nothing.
   */
  'minRamMib'?: (number) | undefined;
  /**
   * Properties to add or replace, by name. Names of Glance's own fields and `os_glance_*` are refused.
   */
  'setProperties'?: ({[key: string]: string}) | undefined;
  /**
   * Names of properties to remove; each must be there.
   */
  'unsetProperties'?: (string)[] | undefined;
  '_name'?: "name" | undefined;
  '_visibility'?: "visibility" | undefined;
  '_protected'?: "protected" | undefined;
  '_minDiskGib'?: "minDiskGib" | undefined;
  '_minRamMib'?: "minRamMib" | undefined;
}

/**
 * What to change of an image; what is absent stays.
 */
export interface UpdateImageRequest__Output {
  /**
   * The image's id, a UUID.
   */
  'imageId': (string);
  /**
   * At most 255 characters; may become empty.
   */
  'name'?: (string);
  /**
   * `public` (for admins), `community`, `shared` or `private`.
   */
  'visibility'?: (string);
  /**
   * Whether DeleteImage is refused from now on.
   */
  'protected'?: (boolean);
  /**
   * GiB; 0 asks for nothing.
   */
  'minDiskGib'?: (number);
  /**
   * MiB; 0 asks for nothing.
   */
  'minRamMib'?: (number);
  /**
   * Properties to add or replace, by name. Names of Glance's own fields and `os_glance_*` are refused.
   */
  'setProperties': ({[key: string]: string});
  /**
   * Names of properties to remove; each must be there.
   */
  'unsetProperties': (string)[];
  '_name'?: "name";
  '_visibility'?: "visibility";
  '_protected'?: "protected";
  '_minDiskGib'?: "minDiskGib";
  '_minRamMib'?: "minRamMib";
}
