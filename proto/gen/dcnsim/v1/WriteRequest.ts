// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from '../../dcnsim/v1/ContentPiece.ts';

/**
 * A part of a write.
 */
export interface WriteRequest {
  /**
   * What is written. Only in the first message.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * What to store; may be absent in the first message.
   */
  'piece'?: (_dcnsim_v1_ContentPiece | null) | undefined;
  /**
   * Zeros give their room back instead of taking it. Only in the first message.
   */
  'freeZeros'?: (boolean) | undefined;
  /**
   * The address of a client that holds the image (ImageClients.Hold), to write as that one. Only in the first message.
   */
  'client'?: (string) | undefined;
  '_client'?: "client" | undefined;
}

/**
 * A part of a write.
 */
export interface WriteRequest__Output {
  /**
   * What is written. Only in the first message.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * What to store; may be absent in the first message.
   */
  'piece': (_dcnsim_v1_ContentPiece__Output | null);
  /**
   * Zeros give their room back instead of taking it. Only in the first message.
   */
  'freeZeros': (boolean);
  /**
   * The address of a client that holds the image (ImageClients.Hold), to write as that one. Only in the first message.
   */
  'client'?: (string);
  '_client'?: "client";
}
