// Original file: proto/dcnsim/v1/hub.proto

import type { Traffic as _dcnsim_v1_Traffic, Traffic__Output as _dcnsim_v1_Traffic__Output } from '../../dcnsim/v1/Traffic.ts';

/**
 * What has crossed the WAN since the hub started, transfers under way included.
 */
export interface ListTrafficResponse {
  /**
   * By site, direction, class and operation; one row for each.
   */
  'traffic'?: (_dcnsim_v1_Traffic)[] | undefined;
}

/**
 * What has crossed the WAN since the hub started, transfers under way included.
 */
export interface ListTrafficResponse__Output {
  /**
   * By site, direction, class and operation; one row for each.
   */
  'traffic': (_dcnsim_v1_Traffic__Output)[];
}
