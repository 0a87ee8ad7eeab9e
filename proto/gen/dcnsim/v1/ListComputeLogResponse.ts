// Original file: proto/dcnsim/v1/site_agent.proto

import type { ComputeLogLine as _dcnsim_v1_ComputeLogLine, ComputeLogLine__Output as _dcnsim_v1_ComputeLogLine__Output } from '../../dcnsim/v1/ComputeLogLine.ts';

/**
 * What the site's services have said.
 */
export interface ListComputeLogResponse {
  /**
   * Oldest first.
   */
  'lines'?: (_dcnsim_v1_ComputeLogLine)[] | undefined;
}

/**
 * What the site's services have said.
 */
export interface ListComputeLogResponse__Output {
  /**
   * Oldest first.
   */
  'lines': (_dcnsim_v1_ComputeLogLine__Output)[];
}
