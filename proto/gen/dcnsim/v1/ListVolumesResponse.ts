// Original file: proto/dcnsim/v1/hub.proto

import type { Volume as _dcnsim_v1_Volume, Volume__Output as _dcnsim_v1_Volume__Output } from '../../dcnsim/v1/Volume.ts';

/**
 * The volumes that were asked for and that the caller may see.
 */
export interface ListVolumesResponse {
  /**
   * Newest first.
   */
  'volumes'?: (_dcnsim_v1_Volume)[] | undefined;
}

/**
 * The volumes that were asked for and that the caller may see.
 */
export interface ListVolumesResponse__Output {
  /**
   * Newest first.
   */
  'volumes': (_dcnsim_v1_Volume__Output)[];
}
