// Original file: proto/dcnsim/v1/hub.proto


export interface ImportImageRequest {
  'imageId'?: (string) | undefined;
  'method'?: (string) | undefined;
  /**
   * web-download only.
   */
  'uri'?: (string) | undefined;
  'stores'?: (string)[] | undefined;
  'allStores'?: (boolean) | undefined;
  /**
   * Absent means true, the API's default.
   */
  'allStoresMustSucceed'?: (boolean) | undefined;
  '_allStoresMustSucceed'?: "allStoresMustSucceed" | undefined;
}

export interface ImportImageRequest__Output {
  'imageId': (string);
  'method': (string);
  /**
   * web-download only.
   */
  'uri': (string);
  'stores': (string)[];
  'allStores': (boolean);
  /**
   * Absent means true, the API's default.
   */
  'allStoresMustSucceed'?: (boolean);
  '_allStoresMustSucceed'?: "allStoresMustSucceed";
}
