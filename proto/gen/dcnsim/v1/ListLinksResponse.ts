// Original file: proto/dcnsim/v1/hub.proto

import type { Link as _dcnsim_v1_Link, Link__Output as _dcnsim_v1_Link__Output } from '../../dcnsim/v1/Link.ts';

export interface ListLinksResponse {
  'links'?: (_dcnsim_v1_Link)[] | undefined;
}

export interface ListLinksResponse__Output {
  'links': (_dcnsim_v1_Link__Output)[];
}
