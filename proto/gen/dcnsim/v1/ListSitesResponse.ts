// Original file: proto/dcnsim/v1/hub.proto

import type { Site as _dcnsim_v1_Site, Site__Output as _dcnsim_v1_Site__Output } from '../../dcnsim/v1/Site.ts';

export interface ListSitesResponse {
  'sites'?: (_dcnsim_v1_Site)[] | undefined;
}

export interface ListSitesResponse__Output {
  'sites': (_dcnsim_v1_Site__Output)[];
}
