// Original file: proto/dcnsim/v1/hub.proto


export interface CreateServerRequest {
  'name'?: (string) | undefined;
  'flavorId'?: (string) | undefined;
  'keyName'?: (string) | undefined;
  'networkIds'?: (string)[] | undefined;
  'securityGroupIds'?: (string)[] | undefined;
  /**
   * The hub's zone when empty.
   */
  'availabilityZone'?: (string) | undefined;
  /**
   * One of image and volume.
   */
  'imageId'?: (string) | undefined;
  'volumeId'?: (string) | undefined;
}

export interface CreateServerRequest__Output {
  'name': (string);
  'flavorId': (string);
  'keyName': (string);
  'networkIds': (string)[];
  'securityGroupIds': (string)[];
  /**
   * The hub's zone when empty.
   */
  'availabilityZone': (string);
  /**
   * One of image and volume.
   */
  'imageId': (string);
  'volumeId': (string);
}
