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
   * The clone's features; the parent's when empty.
   */
  'features'?: (string)[] | undefined;
  /**
   * `1`, `2`, or `auto` for what suits the cluster; absent for what the cluster is configured to.
   */
  'cloneFormat'?: (string) | undefined;
  /**
   * Bytes that go to one object before the next of its set is written to; with the count or not at all, and 0 is not at
   * all: as the parent.
   */
  'stripeUnitBytes'?: (number) | undefined;
  /**
   * Objects in a set.
   */
  'stripeCount'?: (number) | undefined;
  /**
   * The pool of the data objects; when absent what the pool and the cluster are configured to.
   */
  'dataPool'?: (string) | undefined;
  /**
   * Whether `features` is empty because the image is to have none.
   */
  'withoutFeatures'?: (boolean) | undefined;
  /**
   * For many clients at once: without exclusive-lock and what needs it.
   */
  'shared'?: (boolean) | undefined;
  '_order'?: "order" | undefined;
  '_cloneFormat'?: "cloneFormat" | undefined;
  '_stripeUnitBytes'?: "stripeUnitBytes" | undefined;
  '_stripeCount'?: "stripeCount" | undefined;
  '_dataPool'?: "dataPool" | undefined;
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
   * The clone's features; the parent's when empty.
   */
  'features': (string)[];
  /**
   * `1`, `2`, or `auto` for what suits the cluster; absent for what the cluster is configured to.
   */
  'cloneFormat'?: (string);
  /**
   * Bytes that go to one object before the next of its set is written to; with the count or not at all, and 0 is not at
   * all: as the parent.
   */
  'stripeUnitBytes'?: (number);
  /**
   * Objects in a set.
   */
  'stripeCount'?: (number);
  /**
   * The pool of the data objects; when absent what the pool and the cluster are configured to.
   */
  'dataPool'?: (string);
  /**
   * Whether `features` is empty because the image is to have none.
   */
  'withoutFeatures': (boolean);
  /**
   * For many clients at once: without exclusive-lock and what needs it.
   */
  'shared': (boolean);
  '_order'?: "order";
  '_cloneFormat'?: "cloneFormat";
  '_stripeUnitBytes'?: "stripeUnitBytes";
  '_stripeCount'?: "stripeCount";
  '_dataPool'?: "dataPool";
}
