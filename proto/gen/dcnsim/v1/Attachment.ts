// Original file: proto/dcnsim/v1/hub.proto


/**
 * That a server uses a volume.
 */
export interface Attachment {
  /**
   * A UUID.
   */
  'attachmentId'?: (string) | undefined;
  /**
   * The server's id, a UUID.
   */
  'serverId'?: (string) | undefined;
  /**
   * The compute host that the server is on.
   */
  'hostName'?: (string) | undefined;
  /**
   * `/dev/vda`
   */
  'device'?: (string) | undefined;
  /**
   * Since when: simulated milliseconds since the epoch.
   */
  'attachedMs'?: (number | string) | undefined;
}

/**
 * That a server uses a volume.
 */
export interface Attachment__Output {
  /**
   * A UUID.
   */
  'attachmentId': (string);
  /**
   * The server's id, a UUID.
   */
  'serverId': (string);
  /**
   * The compute host that the server is on.
   */
  'hostName': (string);
  /**
   * `/dev/vda`
   */
  'device': (string);
  /**
   * Since when: simulated milliseconds since the epoch.
   */
  'attachedMs': (number);
}
