// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to give back.
 */
export interface DiscardRequest {
  /**
   * The image whose head changes.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The range's place from the image's start, in bytes.
   */
  'offset'?: (number) | undefined;
  /**
   * The range's length.
   */
  'lengthBytes'?: (number) | undefined;
}

/**
 * What to give back.
 */
export interface DiscardRequest__Output {
  /**
   * The image whose head changes.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The range's place from the image's start, in bytes.
   */
  'offset': (number);
  /**
   * The range's length.
   */
  'lengthBytes': (number);
}
