// Original file: proto/dcnsim/v1/hub.proto

import type { AvailabilityZone as _dcnsim_v1_AvailabilityZone, AvailabilityZone__Output as _dcnsim_v1_AvailabilityZone__Output } from '../../dcnsim/v1/AvailabilityZone.ts';

export interface ListAvailabilityZonesResponse {
  'zones'?: (_dcnsim_v1_AvailabilityZone)[] | undefined;
}

export interface ListAvailabilityZonesResponse__Output {
  'zones': (_dcnsim_v1_AvailabilityZone__Output)[];
}
