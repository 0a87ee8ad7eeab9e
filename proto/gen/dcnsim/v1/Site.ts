// Original file: proto/dcnsim/v1/hub.proto


/**
 * A site as the hub knows it.
 */
export interface Site {
  /**
   * Its name: that of its store, its availability zone and its cluster too.
   */
  'id'?: (string) | undefined;
  /**
   * hub or edge
   */
  'role'?: (string) | undefined;
  /**
   * up, down (no heartbeat), never-seen (has not registered since the hub started)
   */
  'state'?: (string) | undefined;
  /**
   * The UUID of its cluster; empty while never seen.
   */
  'fsid'?: (string) | undefined;
  /**
   * Its last registration or heartbeat: simulated milliseconds since the epoch; 0 while never seen.
   */
  'lastSeenMs'?: (number | string) | undefined;
  /**
   * host:port of its SiteAgent; empty while never seen.
   */
  'agentAddress'?: (string) | undefined;
  /**
   * host:port of its BlockStore; empty while never seen.
   */
  'blockStoreAddress'?: (string) | undefined;
}

/**
 * A site as the hub knows it.
 */
export interface Site__Output {
  /**
   * Its name: that of its store, its availability zone and its cluster too.
   */
  'id': (string);
  /**
   * hub or edge
   */
  'role': (string);
  /**
   * up, down (no heartbeat), never-seen (has not registered since the hub started)
   */
  'state': (string);
  /**
   * The UUID of its cluster; empty while never seen.
   */
  'fsid': (string);
  /**
   * Its last registration or heartbeat: simulated milliseconds since the epoch; 0 while never seen.
   */
  'lastSeenMs': (number);
  /**
   * host:port of its SiteAgent; empty while never seen.
   */
  'agentAddress': (string);
  /**
   * host:port of its BlockStore; empty while never seen.
   */
  'blockStoreAddress': (string);
}
