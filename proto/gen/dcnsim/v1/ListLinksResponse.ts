// Original file: proto/dcnsim/v1/hub.proto

import type { Link as _dcnsim_v1_Link, Link__Output as _dcnsim_v1_Link__Output } from '../../dcnsim/v1/Link.ts';

/**
 * The cloud's WAN links.
 */
export interface ListLinksResponse {
  /**
   * By site.
   */
  'links'?: (_dcnsim_v1_Link)[] | undefined;
}

/**
 * The cloud's WAN links.
 */
export interface ListLinksResponse__Output {
  /**
   * By site.
   */
  'links': (_dcnsim_v1_Link__Output)[];
}
