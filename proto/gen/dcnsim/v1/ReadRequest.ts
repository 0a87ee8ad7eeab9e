// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to read.
 */
export interface ReadRequest {
  /**
   * The head or the snapshot.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The first byte's place from the image's start.
   */
  'offset'?: (number) | undefined;
  /**
   * To the end when absent, and never further.
   */
  'lengthBytes'?: (number) | undefined;
  /**
   * The most data in one message; 128 KiB when absent, cut to 1 MiB. A run of zeros may be longer.
   */
  'pieceBytes'?: (number) | undefined;
  '_lengthBytes'?: "lengthBytes" | undefined;
  '_pieceBytes'?: "pieceBytes" | undefined;
}

/**
 * What to read.
 */
export interface ReadRequest__Output {
  /**
   * The head or the snapshot.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The first byte's place from the image's start.
   */
  'offset': (number);
  /**
   * To the end when absent, and never further.
   */
  'lengthBytes'?: (number);
  /**
   * The most data in one message; 128 KiB when absent, cut to 1 MiB. A run of zeros may be longer.
   */
  'pieceBytes'?: (number);
  '_lengthBytes'?: "lengthBytes";
  '_pieceBytes'?: "pieceBytes";
}
