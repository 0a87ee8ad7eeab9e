// Original file: proto/dcnsim/v1/hub.proto


export interface AvailabilityZone {
  'name'?: (string) | undefined;
  'available'?: (boolean) | undefined;
}

export interface AvailabilityZone__Output {
  'name': (string);
  'available': (boolean);
}
