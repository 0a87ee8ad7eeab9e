// Original file: proto/dcnsim/v1/hub.proto


export interface UpdateImageRequest {
  'imageId'?: (string) | undefined;
  'name'?: (string) | undefined;
  'visibility'?: (string) | undefined;
  'protected'?: (boolean) | undefined;
  'minDiskGib'?: (number) | undefined;
  'minRamMib'?: (number) | undefined;
  'setProperties'?: ({[key: string]: string}) | undefined;
  'unsetProperties'?: (string)[] | undefined;
  '_name'?: "name" | undefined;
  '_visibility'?: "visibility" | undefined;
  '_protected'?: "protected" | undefined;
  '_minDiskGib'?: "minDiskGib" | undefined;
  '_minRamMib'?: "minRamMib" | undefined;
}

export interface UpdateImageRequest__Output {
  'imageId': (string);
  'name'?: (string);
  'visibility'?: (string);
  'protected'?: (boolean);
  'minDiskGib'?: (number);
  'minRamMib'?: (number);
  'setProperties': ({[key: string]: string});
  'unsetProperties': (string)[];
  '_name'?: "name";
  '_visibility'?: "visibility";
  '_protected'?: "protected";
  '_minDiskGib'?: "minDiskGib";
  '_minRamMib'?: "minRamMib";
}
