// Original file: proto/dcnsim/v1/hub.proto


export interface Flavor {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  'vcpus'?: (number) | undefined;
  'ramMib'?: (number) | undefined;
  'diskGib'?: (number) | undefined;
}

export interface Flavor__Output {
  'id': (string);
  'name': (string);
  'vcpus': (number);
  'ramMib': (number);
  'diskGib': (number);
}
