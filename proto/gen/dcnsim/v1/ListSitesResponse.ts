// Original file: proto/dcnsim/v1/hub.proto

import type { Site as _dcnsim_v1_Site, Site__Output as _dcnsim_v1_Site__Output } from '../../dcnsim/v1/Site.ts';

/**
 * The cloud's sites.
 */
export interface ListSitesResponse {
  /**
   * In the topology's order.
   */
  'sites'?: (_dcnsim_v1_Site)[] | undefined;
}

/**
 * The cloud's sites.
 */
export interface ListSitesResponse__Output {
  /**
   * In the topology's order.
   */
  'sites': (_dcnsim_v1_Site__Output)[];
}
