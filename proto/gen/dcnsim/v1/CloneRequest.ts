// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to clone, and what the clone is to be.
 */
export interface CloneRequest {
  /**
   * The protected snapshot; the clone gets its size.
   */
  'parent'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Pool and name of the clone; the pool may differ from the parent's.
   */
  'child'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * log2 of the clone's object size, 12 to 25; the parent's when absent.
   */
  'order'?: (number) | undefined;
  /**
   * The clone's features; the cluster's default when empty.
   */
  'features'?: (string)[] | undefined;
  '_order'?: "order" | undefined;
}

/**
 * What to clone, and what the clone is to be.
 */
export interface CloneRequest__Output {
  /**
   * The protected snapshot; the clone gets its size.
   */
  'parent': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Pool and name of the clone; the pool may differ from the parent's.
   */
  'child': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * log2 of the clone's object size, 12 to 25; the parent's when absent.
   */
  'order'?: (number);
  /**
   * The clone's features; the cluster's default when empty.
   */
  'features': (string)[];
  '_order'?: "order";
}
