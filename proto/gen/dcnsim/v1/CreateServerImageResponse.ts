// Original file: proto/dcnsim/v1/hub.proto


/**
 * The image that was begun.
 */
export interface CreateServerImageResponse {
  /**
   * The new image's id, a UUID; still `queued` unless it only points to a volume snapshot.
   */
  'imageId'?: (string) | undefined;
}

/**
 * The image that was begun.
 */
export interface CreateServerImageResponse__Output {
  /**
   * The new image's id, a UUID; still `queued` unless it only points to a volume snapshot.
   */
  'imageId': (string);
}
