// Original file: proto/dcnsim/v1/hub.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface RunningServer {
  'serverId'?: (string) | undefined;
  /**
   * The root disk and attached volumes.
   */
  'disks'?: (_dcnsim_v1_RbdSpec)[] | undefined;
}

export interface RunningServer__Output {
  'serverId': (string);
  /**
   * The root disk and attached volumes.
   */
  'disks': (_dcnsim_v1_RbdSpec__Output)[];
}
