// Original file: proto/dcnsim/v1/hub.proto


export interface ImageLocation {
  /**
   * rbd://FSID/POOL/IMAGE/SNAPSHOT
   */
  'url'?: (string) | undefined;
  'store'?: (string) | undefined;
}

export interface ImageLocation__Output {
  /**
   * rbd://FSID/POOL/IMAGE/SNAPSHOT
   */
  'url': (string);
  'store': (string);
}
