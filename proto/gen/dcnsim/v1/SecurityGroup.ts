// Original file: proto/dcnsim/v1/hub.proto


export interface SecurityGroup {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
}

export interface SecurityGroup__Output {
  'id': (string);
  'name': (string);
}
