// Original file: proto/dcnsim/v1/hub.proto


/**
 * An image record to make.
 */
export interface CreateImageRequest {
  /**
   * For people, at most 255 characters; need not be unique and may be empty.
   */
  'name'?: (string) | undefined;
  /**
   * `raw`, `qcow2`, ...; empty leaves it open, but data is refused without it.
   */
  'diskFormat'?: (string) | undefined;
  /**
   * `bare`, ...; empty leaves it open, but data is refused without it.
   */
  'containerFormat'?: (string) | undefined;
  /**
   * `public`, `community`, `shared` or `private`; `shared` when empty.
   */
  'visibility'?: (string) | undefined;
  /**
   * Keeps the image from DeleteImage.
   */
  'protected'?: (boolean) | undefined;
  /**
   * The smallest volume that may be made of it, in GiB; 0 asks for nothing.
   */
  'minDiskGib'?: (number) | undefined;
  /**
   * The memory that a server needs to run it, in MiB; 0 asks for nothing.
   */
  'minRamMib'?: (number) | undefined;
  /**
   * For people; each is kept once.
   */
  'tags'?: (string)[] | undefined;
  /**
   * Other properties by name. Names of Glance's own fields and `os_glance_*` are refused.
   */
  'properties'?: ({[key: string]: string}) | undefined;
  /**
   * A UUID of the caller's choice; drawn by the hub when empty.
   */
  'id'?: (string) | undefined;
}

/**
 * An image record to make.
 */
export interface CreateImageRequest__Output {
  /**
   * For people, at most 255 characters; need not be unique and may be empty.
   */
  'name': (string);
  /**
   * `raw`, `qcow2`, ...; empty leaves it open, but data is refused without it.
   */
  'diskFormat': (string);
  /**
   * `bare`, ...; empty leaves it open, but data is refused without it.
   */
  'containerFormat': (string);
  /**
   * `public`, `community`, `shared` or `private`; `shared` when empty.
   */
  'visibility': (string);
  /**
   * Keeps the image from DeleteImage.
   */
  'protected': (boolean);
  /**
   * The smallest volume that may be made of it, in GiB; 0 asks for nothing.
   */
  'minDiskGib': (number);
  /**
   * The memory that a server needs to run it, in MiB; 0 asks for nothing.
   */
  'minRamMib': (number);
  /**
   * For people; each is kept once.
   */
  'tags': (string)[];
  /**
   * Other properties by name. Names of Glance's own fields and `os_glance_*` are refused.
   */
  'properties': ({[key: string]: string});
  /**
   * A UUID of the caller's choice; drawn by the hub when empty.
   */
  'id': (string);
}
