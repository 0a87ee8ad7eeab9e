// Original file: proto/dcnsim/v1/site_agent.proto

import type { AgentImage as _dcnsim_v1_AgentImage, AgentImage__Output as _dcnsim_v1_AgentImage__Output } from '../../dcnsim/v1/AgentImage.ts';

export interface SpawnServerRequest {
  'serverId'?: (string) | undefined;
  'host'?: (string) | undefined;
  'image'?: (_dcnsim_v1_AgentImage | null) | undefined;
  'rootVolumeId'?: (string) | undefined;
  /**
   * Root disk size from the flavor; only with an image. 0 keeps the image's size.
   */
  'rootDiskBytes'?: (number) | undefined;
}

export interface SpawnServerRequest__Output {
  'serverId': (string);
  'host': (string);
  'image': (_dcnsim_v1_AgentImage__Output | null);
  'rootVolumeId': (string);
  /**
   * Root disk size from the flavor; only with an image. 0 keeps the image's size.
   */
  'rootDiskBytes': (number);
}
