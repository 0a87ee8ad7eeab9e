// Original file: proto/dcnsim/v1/diffs.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Which changes are asked for.
 */
export interface DiffRequest {
  /**
   * The head or the snapshot that the changes lead to.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * The name of the snapshot that they start from; from the beginning when absent.
   */
  'fromSnapshot'?: (string) | undefined;
  /**
   * Whole objects instead of bytes.
   */
  'wholeObject'?: (boolean) | undefined;
  /**
   * Leaves out what a clone's parent provides.
   */
  'withoutParent'?: (boolean) | undefined;
  '_fromSnapshot'?: "fromSnapshot" | undefined;
}

/**
 * Which changes are asked for.
 */
export interface DiffRequest__Output {
  /**
   * The head or the snapshot that the changes lead to.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * The name of the snapshot that they start from; from the beginning when absent.
   */
  'fromSnapshot'?: (string);
  /**
   * Whole objects instead of bytes.
   */
  'wholeObject': (boolean);
  /**
   * Leaves out what a clone's parent provides.
   */
  'withoutParent': (boolean);
  '_fromSnapshot'?: "fromSnapshot";
}
