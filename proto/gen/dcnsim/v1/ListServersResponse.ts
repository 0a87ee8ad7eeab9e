// Original file: proto/dcnsim/v1/hub.proto

import type { Server as _dcnsim_v1_Server, Server__Output as _dcnsim_v1_Server__Output } from '../../dcnsim/v1/Server.ts';

/**
 * The servers that were asked for and that the caller may see.
 */
export interface ListServersResponse {
  /**
   * Newest first.
   */
  'servers'?: (_dcnsim_v1_Server)[] | undefined;
}

/**
 * The servers that were asked for and that the caller may see.
 */
export interface ListServersResponse__Output {
  /**
   * Newest first.
   */
  'servers': (_dcnsim_v1_Server__Output)[];
}
