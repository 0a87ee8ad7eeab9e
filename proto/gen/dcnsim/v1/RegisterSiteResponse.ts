// Original file: proto/dcnsim/v1/hub.proto

import type { RunningServer as _dcnsim_v1_RunningServer, RunningServer__Output as _dcnsim_v1_RunningServer__Output } from '../../dcnsim/v1/RunningServer.ts';

/**
 * What the hub tells a site that has registered.
 */
export interface RegisterSiteResponse {
  /**
   * The site's servers that are ACTIVE.
   */
  'running'?: (_dcnsim_v1_RunningServer)[] | undefined;
}

/**
 * What the hub tells a site that has registered.
 */
export interface RegisterSiteResponse__Output {
  /**
   * The site's servers that are ACTIVE.
   */
  'running': (_dcnsim_v1_RunningServer__Output)[];
}
