// Original file: proto/dcnsim/v1/hub.proto


export interface Address {
  'network'?: (string) | undefined;
  'address'?: (string) | undefined;
  'mac'?: (string) | undefined;
}

export interface Address__Output {
  'network': (string);
  'address': (string);
  'mac': (string);
}
