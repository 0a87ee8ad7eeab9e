// Original file: proto/dcnsim/v1/hub.proto


export interface RegisterSiteRequest {
  'site'?: (string) | undefined;
  /**
   * host:port of the site's SiteAgent.
   */
  'agentAddress'?: (string) | undefined;
  /**
   * host:port of the site's BlockStore; another process when the cluster is split off.
   */
  'blockStoreAddress'?: (string) | undefined;
  'fsid'?: (string) | undefined;
  /**
   * Key of client.external in the site's cluster, for the hub's services.
   */
  'externalKey'?: (string) | undefined;
}

export interface RegisterSiteRequest__Output {
  'site': (string);
  /**
   * host:port of the site's SiteAgent.
   */
  'agentAddress': (string);
  /**
   * host:port of the site's BlockStore; another process when the cluster is split off.
   */
  'blockStoreAddress': (string);
  'fsid': (string);
  /**
   * Key of client.external in the site's cluster, for the hub's services.
   */
  'externalKey': (string);
}
