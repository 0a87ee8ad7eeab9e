// Original file: proto/dcnsim/v1/site_agent.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A disk to take, and the image to make of it.
 */
export interface SnapshotDiskRequest {
  /**
   * The disk: the server's own or a volume, as it is now, or as it was at the snapshot named. Required.
   */
  'disk'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The id (UUID) of the Glance image whose data this becomes; the RBD image gets it as its name.
   */
  'imageId'?: (string) | undefined;
}

/**
 * A disk to take, and the image to make of it.
 */
export interface SnapshotDiskRequest__Output {
  /**
   * The disk: the server's own or a volume, as it is now, or as it was at the snapshot named. Required.
   */
  'disk': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The id (UUID) of the Glance image whose data this becomes; the RBD image gets it as its name.
   */
  'imageId': (string);
}
