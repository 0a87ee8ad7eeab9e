// Original file: proto/dcnsim/v1/hub.proto

import type { Traffic as _dcnsim_v1_Traffic, Traffic__Output as _dcnsim_v1_Traffic__Output } from '../../dcnsim/v1/Traffic.ts';

export interface ListTrafficResponse {
  'traffic'?: (_dcnsim_v1_Traffic)[] | undefined;
}

export interface ListTrafficResponse__Output {
  'traffic': (_dcnsim_v1_Traffic__Output)[];
}
