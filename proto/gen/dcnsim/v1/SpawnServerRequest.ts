// Original file: proto/dcnsim/v1/site_agent.proto

import type { AgentImage as _dcnsim_v1_AgentImage, AgentImage__Output as _dcnsim_v1_AgentImage__Output } from '../../dcnsim/v1/AgentImage.ts';

/**
 * A server to build. One root disk: from an image, or a volume.
 */
export interface SpawnServerRequest {
  /**
   * The server's id, a UUID drawn by the hub; its own disk is `<id>_disk` in the pool `vms`.
   */
  'serverId'?: (string) | undefined;
  /**
   * The compute host of this site that the hub chose, for example `dcn0-compute-0`.
   */
  'host'?: (string) | undefined;
  /**
   * The image that the root disk is made of; absent for a server that boots from a volume.
   */
  'image'?: (_dcnsim_v1_AgentImage | null) | undefined;
  /**
   * The volume (UUID) that is the root disk; not read when there is an image.
   */
  'rootVolumeId'?: (string) | undefined;
  /**
   * Root disk size from the flavor; only with an image. 0 keeps the image's size.
   */
  'rootDiskBytes'?: (number) | undefined;
}

/**
 * A server to build. One root disk: from an image, or a volume.
 */
export interface SpawnServerRequest__Output {
  /**
   * The server's id, a UUID drawn by the hub; its own disk is `<id>_disk` in the pool `vms`.
   */
  'serverId': (string);
  /**
   * The compute host of this site that the hub chose, for example `dcn0-compute-0`.
   */
  'host': (string);
  /**
   * The image that the root disk is made of; absent for a server that boots from a volume.
   */
  'image': (_dcnsim_v1_AgentImage__Output | null);
  /**
   * The volume (UUID) that is the root disk; not read when there is an image.
   */
  'rootVolumeId': (string);
  /**
   * Root disk size from the flavor; only with an image. 0 keeps the image's size.
   */
  'rootDiskBytes': (number);
}
