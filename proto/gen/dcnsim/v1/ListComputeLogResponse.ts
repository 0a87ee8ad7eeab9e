// Original file: proto/dcnsim/v1/site_agent.proto

import type { ComputeLogLine as _dcnsim_v1_ComputeLogLine, ComputeLogLine__Output as _dcnsim_v1_ComputeLogLine__Output } from '../../dcnsim/v1/ComputeLogLine.ts';

export interface ListComputeLogResponse {
  'lines'?: (_dcnsim_v1_ComputeLogLine)[] | undefined;
}

export interface ListComputeLogResponse__Output {
  'lines': (_dcnsim_v1_ComputeLogLine__Output)[];
}
