// Original file: proto/dcnsim/v1/site_agent.proto


export interface ComputeLogLine {
  'atMs'?: (number | string) | undefined;
  'host'?: (string) | undefined;
  /**
   * DEBUG, INFO, WARNING, ERROR
   */
  'level'?: (string) | undefined;
  'logger'?: (string) | undefined;
  'message'?: (string) | undefined;
}

export interface ComputeLogLine__Output {
  'atMs': (number);
  'host': (string);
  /**
   * DEBUG, INFO, WARNING, ERROR
   */
  'level': (string);
  'logger': (string);
  'message': (string);
}
