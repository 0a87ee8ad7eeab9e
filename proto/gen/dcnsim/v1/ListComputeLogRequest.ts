// Original file: proto/dcnsim/v1/hub.proto


export interface ListComputeLogRequest {
  'site'?: (string) | undefined;
}

export interface ListComputeLogRequest__Output {
  'site': (string);
}
