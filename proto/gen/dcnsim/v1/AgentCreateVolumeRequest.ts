// Original file: proto/dcnsim/v1/site_agent.proto

import type { AgentImage as _dcnsim_v1_AgentImage, AgentImage__Output as _dcnsim_v1_AgentImage__Output } from '../../dcnsim/v1/AgentImage.ts';

/**
 * A volume to make. At most one source: image, snapshot, or volume; with none the volume is empty.
 */
export interface AgentCreateVolumeRequest {
  /**
   * The volume's id, a UUID drawn by the hub.
   */
  'volumeId'?: (string) | undefined;
  /**
   * The volume's size; never less than its source's.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * The image whose data the volume gets; absent when that is not the source.
   */
  'image'?: (_dcnsim_v1_AgentImage | null) | undefined;
  /**
   * The snapshot (UUID) whose data the volume gets; empty when that is not the source.
   */
  'snapshotId'?: (string) | undefined;
  /**
   * With snapshot_id the snapshot's volume, alone the volume to clone. A UUID, or empty.
   */
  'sourceVolumeId'?: (string) | undefined;
}

/**
 * A volume to make. At most one source: image, snapshot, or volume; with none the volume is empty.
 */
export interface AgentCreateVolumeRequest__Output {
  /**
   * The volume's id, a UUID drawn by the hub.
   */
  'volumeId': (string);
  /**
   * The volume's size; never less than its source's.
   */
  'sizeBytes': (number);
  /**
   * The image whose data the volume gets; absent when that is not the source.
   */
  'image': (_dcnsim_v1_AgentImage__Output | null);
  /**
   * The snapshot (UUID) whose data the volume gets; empty when that is not the source.
   */
  'snapshotId': (string);
  /**
   * With snapshot_id the snapshot's volume, alone the volume to clone. A UUID, or empty.
   */
  'sourceVolumeId': (string);
}
