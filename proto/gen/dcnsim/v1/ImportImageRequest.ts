// Original file: proto/dcnsim/v1/hub.proto


/**
 * An import to start.
 */
export interface ImportImageRequest {
  /**
   * The image's id, a UUID.
   */
  'imageId'?: (string) | undefined;
  /**
   * `copy-image` (active images, to more stores), `web-download` (queued ones) or `glance-direct` (staged ones).
   */
  'method'?: (string) | undefined;
  /**
   * What to fetch, by HTTP or HTTPS; web-download only.
   */
  'uri'?: (string) | undefined;
  /**
   * Ids of the stores to write, in this order; the default store when empty.
   */
  'stores'?: (string)[] | undefined;
  /**
   * Every store instead of a list; with copy-image those that have no copy.
   */
  'allStores'?: (boolean) | undefined;
  /**
   * Whether one store's failure undoes the others. Absent means true, the API's default.
   */
  'allStoresMustSucceed'?: (boolean) | undefined;
  '_allStoresMustSucceed'?: "allStoresMustSucceed" | undefined;
}

/**
 * An import to start.
 */
export interface ImportImageRequest__Output {
  /**
   * The image's id, a UUID.
   */
  'imageId': (string);
  /**
   * `copy-image` (active images, to more stores), `web-download` (queued ones) or `glance-direct` (staged ones).
   */
  'method': (string);
  /**
   * What to fetch, by HTTP or HTTPS; web-download only.
   */
  'uri': (string);
  /**
   * Ids of the stores to write, in this order; the default store when empty.
   */
  'stores': (string)[];
  /**
   * Every store instead of a list; with copy-image those that have no copy.
   */
  'allStores': (boolean);
  /**
   * Whether one store's failure undoes the others. Absent means true, the API's default.
   */
  'allStoresMustSucceed'?: (boolean);
  '_allStoresMustSucceed'?: "allStoresMustSucceed";
}
