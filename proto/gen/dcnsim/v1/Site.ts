// Original file: proto/dcnsim/v1/hub.proto


export interface Site {
  'id'?: (string) | undefined;
  /**
   * hub or edge
   */
  'role'?: (string) | undefined;
  /**
   * up, down (no heartbeat), never-seen
   */
  'state'?: (string) | undefined;
  'fsid'?: (string) | undefined;
  'lastSeenMs'?: (number | string) | undefined;
  'agentAddress'?: (string) | undefined;
  'blockStoreAddress'?: (string) | undefined;
}

export interface Site__Output {
  'id': (string);
  /**
   * hub or edge
   */
  'role': (string);
  /**
   * up, down (no heartbeat), never-seen
   */
  'state': (string);
  'fsid': (string);
  'lastSeenMs': (number);
  'agentAddress': (string);
  'blockStoreAddress': (string);
}
