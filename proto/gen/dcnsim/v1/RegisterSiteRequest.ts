// Original file: proto/dcnsim/v1/hub.proto


/**
 * What a site says of itself when it starts.
 */
export interface RegisterSiteRequest {
  /**
   * The site's name in the topology, for example `dcn0`.
   */
  'site'?: (string) | undefined;
  /**
   * host:port of the site's SiteAgent.
   */
  'agentAddress'?: (string) | undefined;
  /**
   * host:port of the site's BlockStore; another process when the cluster is split off.
   */
  'blockStoreAddress'?: (string) | undefined;
  /**
   * The UUID of the site's cluster.
   */
  'fsid'?: (string) | undefined;
  /**
   * Key of client.external in the site's cluster, for the hub's services.
   */
  'externalKey'?: (string) | undefined;
}

/**
 * What a site says of itself when it starts.
 */
export interface RegisterSiteRequest__Output {
  /**
   * The site's name in the topology, for example `dcn0`.
   */
  'site': (string);
  /**
   * host:port of the site's SiteAgent.
   */
  'agentAddress': (string);
  /**
   * host:port of the site's BlockStore; another process when the cluster is split off.
   */
  'blockStoreAddress': (string);
  /**
   * The UUID of the site's cluster.
   */
  'fsid': (string);
  /**
   * Key of client.external in the site's cluster, for the hub's services.
   */
  'externalKey': (string);
}
