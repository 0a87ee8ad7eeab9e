// Original file: proto/dcnsim/v1/hub.proto


export interface ListServersRequest {
  'name'?: (string) | undefined;
}

export interface ListServersRequest__Output {
  'name': (string);
}
