// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from '../../dcnsim/v1/ContentPiece.ts';

export interface WriteRequest {
  /**
   * Only in the first message.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'piece'?: (_dcnsim_v1_ContentPiece | null) | undefined;
}

export interface WriteRequest__Output {
  /**
   * Only in the first message.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'piece': (_dcnsim_v1_ContentPiece__Output | null);
}
