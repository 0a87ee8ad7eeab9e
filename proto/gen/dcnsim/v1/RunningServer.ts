// Original file: proto/dcnsim/v1/hub.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A guest that a site must start again.
 */
export interface RunningServer {
  /**
   * The server's id, a UUID.
   */
  'serverId'?: (string) | undefined;
  /**
   * What it opens: its root disk, be it its own or a volume.
   */
  'disks'?: (_dcnsim_v1_RbdSpec)[] | undefined;
}

/**
 * A guest that a site must start again.
 */
export interface RunningServer__Output {
  /**
   * The server's id, a UUID.
   */
  'serverId': (string);
  /**
   * What it opens: its root disk, be it its own or a volume.
   */
  'disks': (_dcnsim_v1_RbdSpec__Output)[];
}
