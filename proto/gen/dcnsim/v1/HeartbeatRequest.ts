// Original file: proto/dcnsim/v1/hub.proto


export interface HeartbeatRequest {
  'site'?: (string) | undefined;
}

export interface HeartbeatRequest__Output {
  'site': (string);
}
