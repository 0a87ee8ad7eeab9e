// Original file: proto/dcnsim/v1/hub.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { HeartbeatRequest as _dcnsim_v1_HeartbeatRequest, HeartbeatRequest__Output as _dcnsim_v1_HeartbeatRequest__Output } from '../../dcnsim/v1/HeartbeatRequest.ts';
import type { Link as _dcnsim_v1_Link, Link__Output as _dcnsim_v1_Link__Output } from '../../dcnsim/v1/Link.ts';
import type { ListLinksRequest as _dcnsim_v1_ListLinksRequest, ListLinksRequest__Output as _dcnsim_v1_ListLinksRequest__Output } from '../../dcnsim/v1/ListLinksRequest.ts';
import type { ListLinksResponse as _dcnsim_v1_ListLinksResponse, ListLinksResponse__Output as _dcnsim_v1_ListLinksResponse__Output } from '../../dcnsim/v1/ListLinksResponse.ts';
import type { ListSitesRequest as _dcnsim_v1_ListSitesRequest, ListSitesRequest__Output as _dcnsim_v1_ListSitesRequest__Output } from '../../dcnsim/v1/ListSitesRequest.ts';
import type { ListSitesResponse as _dcnsim_v1_ListSitesResponse, ListSitesResponse__Output as _dcnsim_v1_ListSitesResponse__Output } from '../../dcnsim/v1/ListSitesResponse.ts';
import type { ListTrafficRequest as _dcnsim_v1_ListTrafficRequest, ListTrafficRequest__Output as _dcnsim_v1_ListTrafficRequest__Output } from '../../dcnsim/v1/ListTrafficRequest.ts';
import type { ListTrafficResponse as _dcnsim_v1_ListTrafficResponse, ListTrafficResponse__Output as _dcnsim_v1_ListTrafficResponse__Output } from '../../dcnsim/v1/ListTrafficResponse.ts';
import type { RegisterSiteRequest as _dcnsim_v1_RegisterSiteRequest, RegisterSiteRequest__Output as _dcnsim_v1_RegisterSiteRequest__Output } from '../../dcnsim/v1/RegisterSiteRequest.ts';
import type { RegisterSiteResponse as _dcnsim_v1_RegisterSiteResponse, RegisterSiteResponse__Output as _dcnsim_v1_RegisterSiteResponse__Output } from '../../dcnsim/v1/RegisterSiteResponse.ts';
import type { SetLinkRequest as _dcnsim_v1_SetLinkRequest, SetLinkRequest__Output as _dcnsim_v1_SetLinkRequest__Output } from '../../dcnsim/v1/SetLinkRequest.ts';

/**
 * The cloud's sites and the WAN between them. Any call that names a site fails with `not_found` when the topology does
 * not have it.
 */
export interface SitesClient extends grpc.Client {
  /**
   * A sign of life; without one the site counts as down after a while. Crosses the site's link. Fails with
   * `unavailable` when the site must register first, as after a restart of the hub.
   */
  Heartbeat(argument: _dcnsim_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _dcnsim_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _dcnsim_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _dcnsim_v1_HeartbeatRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * A sign of life; without one the site counts as down after a while. Crosses the site's link. Fails with
   * `unavailable` when the site must register first, as after a restart of the hub.
   */
  heartbeat(argument: _dcnsim_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _dcnsim_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _dcnsim_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _dcnsim_v1_HeartbeatRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The links, one for each edge site, by site.
   */
  ListLinks(argument: _dcnsim_v1_ListLinksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  ListLinks(argument: _dcnsim_v1_ListLinksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  ListLinks(argument: _dcnsim_v1_ListLinksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  ListLinks(argument: _dcnsim_v1_ListLinksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The links, one for each edge site, by site.
   */
  listLinks(argument: _dcnsim_v1_ListLinksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  listLinks(argument: _dcnsim_v1_ListLinksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  listLinks(argument: _dcnsim_v1_ListLinksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  listLinks(argument: _dcnsim_v1_ListLinksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListLinksResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The sites in the topology's order, the hub's own among them.
   */
  ListSites(argument: _dcnsim_v1_ListSitesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  ListSites(argument: _dcnsim_v1_ListSitesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  ListSites(argument: _dcnsim_v1_ListSitesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  ListSites(argument: _dcnsim_v1_ListSitesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The sites in the topology's order, the hub's own among them.
   */
  listSites(argument: _dcnsim_v1_ListSitesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  listSites(argument: _dcnsim_v1_ListSitesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  listSites(argument: _dcnsim_v1_ListSitesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  listSites(argument: _dcnsim_v1_ListSitesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListSitesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * What has crossed which link, in which direction, for which operation.
   */
  ListTraffic(argument: _dcnsim_v1_ListTrafficRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  ListTraffic(argument: _dcnsim_v1_ListTrafficRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  ListTraffic(argument: _dcnsim_v1_ListTrafficRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  ListTraffic(argument: _dcnsim_v1_ListTrafficRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What has crossed which link, in which direction, for which operation.
   */
  listTraffic(argument: _dcnsim_v1_ListTrafficRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  listTraffic(argument: _dcnsim_v1_ListTrafficRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  listTraffic(argument: _dcnsim_v1_ListTrafficRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  listTraffic(argument: _dcnsim_v1_ListTrafficRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTrafficResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * A site says that it is up and where it answers; the hub tells it what should be running there. May be repeated, as
   * after a restart of either side. Crosses the site's link.
   */
  RegisterSite(argument: _dcnsim_v1_RegisterSiteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  RegisterSite(argument: _dcnsim_v1_RegisterSiteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  RegisterSite(argument: _dcnsim_v1_RegisterSiteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  RegisterSite(argument: _dcnsim_v1_RegisterSiteRequest, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A site says that it is up and where it answers; the hub tells it what should be running there. May be repeated, as
   * after a restart of either side. Crosses the site's link.
   */
  registerSite(argument: _dcnsim_v1_RegisterSiteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  registerSite(argument: _dcnsim_v1_RegisterSiteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  registerSite(argument: _dcnsim_v1_RegisterSiteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  registerSite(argument: _dcnsim_v1_RegisterSiteRequest, callback: grpc.requestCallback<_dcnsim_v1_RegisterSiteResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes a link while traffic flows, and keeps that over a restart of the hub. Fails with `invalid_argument` for a
   * rate or round trip that no link has; `not_found` for the hub's own site, which has no link.
   */
  SetLink(argument: _dcnsim_v1_SetLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  SetLink(argument: _dcnsim_v1_SetLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  SetLink(argument: _dcnsim_v1_SetLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  SetLink(argument: _dcnsim_v1_SetLinkRequest, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  /**
   * Changes a link while traffic flows, and keeps that over a restart of the hub. Fails with `invalid_argument` for a
   * rate or round trip that no link has; `not_found` for the hub's own site, which has no link.
   */
  setLink(argument: _dcnsim_v1_SetLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  setLink(argument: _dcnsim_v1_SetLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  setLink(argument: _dcnsim_v1_SetLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  setLink(argument: _dcnsim_v1_SetLinkRequest, callback: grpc.requestCallback<_dcnsim_v1_Link__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The cloud's sites and the WAN between them. Any call that names a site fails with `not_found` when the topology does
 * not have it.
 */
export interface SitesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * A sign of life; without one the site counts as down after a while. Crosses the site's link. Fails with
   * `unavailable` when the site must register first, as after a restart of the hub.
   */
  Heartbeat: grpc.handleUnaryCall<_dcnsim_v1_HeartbeatRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The links, one for each edge site, by site.
   */
  ListLinks: grpc.handleUnaryCall<_dcnsim_v1_ListLinksRequest__Output, _dcnsim_v1_ListLinksResponse>;
  
  /**
   * The sites in the topology's order, the hub's own among them.
   */
  ListSites: grpc.handleUnaryCall<_dcnsim_v1_ListSitesRequest__Output, _dcnsim_v1_ListSitesResponse>;
  
  /**
   * What has crossed which link, in which direction, for which operation.
   */
  ListTraffic: grpc.handleUnaryCall<_dcnsim_v1_ListTrafficRequest__Output, _dcnsim_v1_ListTrafficResponse>;
  
  /**
   * A site says that it is up and where it answers; the hub tells it what should be running there. May be repeated, as
   * after a restart of either side. Crosses the site's link.
   */
  RegisterSite: grpc.handleUnaryCall<_dcnsim_v1_RegisterSiteRequest__Output, _dcnsim_v1_RegisterSiteResponse>;
  
  /**
   * Changes a link while traffic flows, and keeps that over a restart of the hub. Fails with `invalid_argument` for a
   * rate or round trip that no link has; `not_found` for the hub's own site, which has no link.
   */
  SetLink: grpc.handleUnaryCall<_dcnsim_v1_SetLinkRequest__Output, _dcnsim_v1_Link>;
  
}

export interface SitesDefinition extends grpc.ServiceDefinition {
  Heartbeat: MethodDefinition<_dcnsim_v1_HeartbeatRequest, _dcnsim_v1_Done, _dcnsim_v1_HeartbeatRequest__Output, _dcnsim_v1_Done__Output>
  ListLinks: MethodDefinition<_dcnsim_v1_ListLinksRequest, _dcnsim_v1_ListLinksResponse, _dcnsim_v1_ListLinksRequest__Output, _dcnsim_v1_ListLinksResponse__Output>
  ListSites: MethodDefinition<_dcnsim_v1_ListSitesRequest, _dcnsim_v1_ListSitesResponse, _dcnsim_v1_ListSitesRequest__Output, _dcnsim_v1_ListSitesResponse__Output>
  ListTraffic: MethodDefinition<_dcnsim_v1_ListTrafficRequest, _dcnsim_v1_ListTrafficResponse, _dcnsim_v1_ListTrafficRequest__Output, _dcnsim_v1_ListTrafficResponse__Output>
  RegisterSite: MethodDefinition<_dcnsim_v1_RegisterSiteRequest, _dcnsim_v1_RegisterSiteResponse, _dcnsim_v1_RegisterSiteRequest__Output, _dcnsim_v1_RegisterSiteResponse__Output>
  SetLink: MethodDefinition<_dcnsim_v1_SetLinkRequest, _dcnsim_v1_Link, _dcnsim_v1_SetLinkRequest__Output, _dcnsim_v1_Link__Output>
}
