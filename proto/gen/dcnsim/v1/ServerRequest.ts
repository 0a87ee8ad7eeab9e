// Original file: proto/dcnsim/v1/hub.proto


export interface ServerRequest {
  'serverId'?: (string) | undefined;
}

export interface ServerRequest__Output {
  'serverId': (string);
}
