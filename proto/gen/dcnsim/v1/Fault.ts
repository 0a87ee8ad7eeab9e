// Original file: proto/dcnsim/v1/hub.proto


export interface Fault {
  'code'?: (number) | undefined;
  'message'?: (string) | undefined;
  'createdMs'?: (number | string) | undefined;
}

export interface Fault__Output {
  'code': (number);
  'message': (string);
  'createdMs': (number);
}
