// Original file: proto/dcnsim/v1/hub.proto


export interface CreateServerImageRequest {
  'serverId'?: (string) | undefined;
  'name'?: (string) | undefined;
}

export interface CreateServerImageRequest__Output {
  'serverId': (string);
  'name': (string);
}
