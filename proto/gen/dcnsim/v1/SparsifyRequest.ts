// Original file: proto/dcnsim/v1/copies.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to make thin.
 */
export interface SparsifyRequest {
  /**
   * The image whose head it is.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Runs of zeros of this length are given back; 4 KiB when absent.
   */
  'sparseBytes'?: (number) | undefined;
  '_sparseBytes'?: "sparseBytes" | undefined;
}

/**
 * What to make thin.
 */
export interface SparsifyRequest__Output {
  /**
   * The image whose head it is.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Runs of zeros of this length are given back; 4 KiB when absent.
   */
  'sparseBytes'?: (number);
  '_sparseBytes'?: "sparseBytes";
}
