// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

export interface ReadRequest {
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  'offset'?: (number) | undefined;
  /**
   * To the end when absent.
   */
  'lengthBytes'?: (number) | undefined;
  'pieceBytes'?: (number) | undefined;
  '_lengthBytes'?: "lengthBytes" | undefined;
  '_pieceBytes'?: "pieceBytes" | undefined;
}

export interface ReadRequest__Output {
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  'offset': (number);
  /**
   * To the end when absent.
   */
  'lengthBytes'?: (number);
  'pieceBytes'?: (number);
  '_lengthBytes'?: "lengthBytes";
  '_pieceBytes'?: "pieceBytes";
}
