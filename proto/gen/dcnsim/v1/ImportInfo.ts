// Original file: proto/dcnsim/v1/hub.proto


export interface ImportInfo {
  'methods'?: (string)[] | undefined;
}

export interface ImportInfo__Output {
  'methods': (string)[];
}
