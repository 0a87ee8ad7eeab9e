// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface AttachRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Names the client, for example the server's id.
   */
  'owner'?: (string) | undefined;
}

export interface AttachRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Names the client, for example the server's id.
   */
  'owner': (string);
}
