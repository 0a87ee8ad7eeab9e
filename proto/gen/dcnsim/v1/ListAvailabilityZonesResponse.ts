// Original file: proto/dcnsim/v1/hub.proto

import type { AvailabilityZone as _dcnsim_v1_AvailabilityZone, AvailabilityZone__Output as _dcnsim_v1_AvailabilityZone__Output } from '../../dcnsim/v1/AvailabilityZone.ts';

/**
 * The cloud's availability zones.
 */
export interface ListAvailabilityZonesResponse {
  /**
   * In the topology's order.
   */
  'zones'?: (_dcnsim_v1_AvailabilityZone)[] | undefined;
}

/**
 * The cloud's availability zones.
 */
export interface ListAvailabilityZonesResponse__Output {
  /**
   * In the topology's order.
   */
  'zones': (_dcnsim_v1_AvailabilityZone__Output)[];
}
