// Original file: proto/dcnsim/v1/hub.proto

import type { RunningServer as _dcnsim_v1_RunningServer, RunningServer__Output as _dcnsim_v1_RunningServer__Output } from '../../dcnsim/v1/RunningServer.ts';

export interface RegisterSiteResponse {
  'running'?: (_dcnsim_v1_RunningServer)[] | undefined;
}

export interface RegisterSiteResponse__Output {
  'running': (_dcnsim_v1_RunningServer__Output)[];
}
