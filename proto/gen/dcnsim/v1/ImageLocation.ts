// Original file: proto/dcnsim/v1/hub.proto


/**
 * Where one store keeps an image.
 */
export interface ImageLocation {
  /**
   * rbd://FSID/POOL/IMAGE/SNAPSHOT
   */
  'url'?: (string) | undefined;
  /**
   * The store's id, which is the site's name.
   */
  'store'?: (string) | undefined;
}

/**
 * Where one store keeps an image.
 */
export interface ImageLocation__Output {
  /**
   * rbd://FSID/POOL/IMAGE/SNAPSHOT
   */
  'url': (string);
  /**
   * The store's id, which is the site's name.
   */
  'store': (string);
}
