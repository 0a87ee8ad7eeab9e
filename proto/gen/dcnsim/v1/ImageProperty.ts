// Original file: proto/dcnsim/v1/hub.proto


export interface ImageProperty {
  'name'?: (string) | undefined;
  'value'?: (string) | undefined;
}

export interface ImageProperty__Output {
  'name': (string);
  'value': (string);
}
