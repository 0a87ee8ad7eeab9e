// Original file: proto/dcnsim/v1/hub.proto


export interface CreateImageRequest {
  'name'?: (string) | undefined;
  'diskFormat'?: (string) | undefined;
  'containerFormat'?: (string) | undefined;
  /**
   * `shared` when empty.
   */
  'visibility'?: (string) | undefined;
  'protected'?: (boolean) | undefined;
  'minDiskGib'?: (number) | undefined;
  'minRamMib'?: (number) | undefined;
  'tags'?: (string)[] | undefined;
  'properties'?: ({[key: string]: string}) | undefined;
  /**
   * A UUID of the caller's choice; drawn by the hub when empty.
   */
  'id'?: (string) | undefined;
}

export interface CreateImageRequest__Output {
  'name': (string);
  'diskFormat': (string);
  'containerFormat': (string);
  /**
   * `shared` when empty.
   */
  'visibility': (string);
  'protected': (boolean);
  'minDiskGib': (number);
  'minRamMib': (number);
  'tags': (string)[];
  'properties': ({[key: string]: string});
  /**
   * A UUID of the caller's choice; drawn by the hub when empty.
   */
  'id': (string);
}
