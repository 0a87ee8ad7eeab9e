// Original file: proto/dcnsim/v1/hub.proto


export interface Attachment {
  'attachmentId'?: (string) | undefined;
  'serverId'?: (string) | undefined;
  'hostName'?: (string) | undefined;
  /**
   * `/dev/vda`
   */
  'device'?: (string) | undefined;
  'attachedMs'?: (number | string) | undefined;
}

export interface Attachment__Output {
  'attachmentId': (string);
  'serverId': (string);
  'hostName': (string);
  /**
   * `/dev/vda`
   */
  'device': (string);
  'attachedMs': (number);
}
