// Original file: proto/dcnsim/v1/site_agent.proto

import type { AgentImage as _dcnsim_v1_AgentImage, AgentImage__Output as _dcnsim_v1_AgentImage__Output } from '../../dcnsim/v1/AgentImage.ts';

export interface AgentCreateVolumeRequest {
  'volumeId'?: (string) | undefined;
  'sizeBytes'?: (number) | undefined;
  /**
   * At most one source.
   */
  'image'?: (_dcnsim_v1_AgentImage | null) | undefined;
  'snapshotId'?: (string) | undefined;
  /**
   * With snapshot_id the snapshot's volume, alone the volume to clone.
   */
  'sourceVolumeId'?: (string) | undefined;
}

export interface AgentCreateVolumeRequest__Output {
  'volumeId': (string);
  'sizeBytes': (number);
  /**
   * At most one source.
   */
  'image': (_dcnsim_v1_AgentImage__Output | null);
  'snapshotId': (string);
  /**
   * With snapshot_id the snapshot's volume, alone the volume to clone.
   */
  'sourceVolumeId': (string);
}
