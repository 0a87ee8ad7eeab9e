// Original file: proto/dcnsim/v1/site_agent.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface SnapshotDiskRequest {
  /**
   * The disk to take: the server's own or a volume.
   */
  'disk'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'imageId'?: (string) | undefined;
}

export interface SnapshotDiskRequest__Output {
  /**
   * The disk to take: the server's own or a volume.
   */
  'disk': (_dcnsim_v1_RbdSpec__Output | null);
  'imageId': (string);
}
