// Original file: proto/dcnsim/v1/hub.proto


export interface ListImagesRequest {
  /**
   * Exact name; all when empty.
   */
  'name'?: (string) | undefined;
  'status'?: (string) | undefined;
}

export interface ListImagesRequest__Output {
  /**
   * Exact name; all when empty.
   */
  'name': (string);
  'status': (string);
}
