// Original file: proto/dcnsim/v1/hub.proto


export interface ComputeLogLine {
  'atMs'?: (number | string) | undefined;
  'host'?: (string) | undefined;
  /**
   * INFO, WARNING, ERROR
   */
  'level'?: (string) | undefined;
  'logger'?: (string) | undefined;
  'message'?: (string) | undefined;
}

export interface ComputeLogLine__Output {
  'atMs': (number);
  'host': (string);
  /**
   * INFO, WARNING, ERROR
   */
  'level': (string);
  'logger': (string);
  'message': (string);
}
