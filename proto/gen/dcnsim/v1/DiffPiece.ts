// Original file: proto/dcnsim/v1/diffs.proto

import type { DiffExtent as _dcnsim_v1_DiffExtent, DiffExtent__Output as _dcnsim_v1_DiffExtent__Output } from '../../dcnsim/v1/DiffExtent.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from '../../dcnsim/v1/ContentPiece.ts';

/**
 * An extent, or a piece of the content of the extent before.
 */
export interface DiffPiece {
  /**
   * The next extent.
   */
  'extent'?: (_dcnsim_v1_DiffExtent | null) | undefined;
  /**
   * The next bytes of the extent that was named last.
   */
  'content'?: (_dcnsim_v1_ContentPiece | null) | undefined;
  /**
   * One of the two.
   */
  'piece'?: "extent"|"content" | undefined;
}

/**
 * An extent, or a piece of the content of the extent before.
 */
export interface DiffPiece__Output {
  /**
   * The next extent.
   */
  'extent'?: (_dcnsim_v1_DiffExtent__Output | null);
  /**
   * The next bytes of the extent that was named last.
   */
  'content'?: (_dcnsim_v1_ContentPiece__Output | null);
  /**
   * One of the two.
   */
  'piece'?: "extent"|"content";
}
