// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Who opens or closes what.
 */
export interface AttachRequest {
  /**
   * The image whose head is used.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Names the client, for example the server's id (UUID). One owner at a time has an image open.
   */
  'owner'?: (string) | undefined;
}

/**
 * Who opens or closes what.
 */
export interface AttachRequest__Output {
  /**
   * The image whose head is used.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Names the client, for example the server's id (UUID). One owner at a time has an image open.
   */
  'owner': (string);
}
