// Original file: proto/dcnsim/v1/copies.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What to copy, and what the copy is to be.
 */
export interface CopyRequest {
  /**
   * The head or the snapshot to copy.
   */
  'source'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Pool and name of the copy.
   */
  'target'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * log2 of the copy's object size, 12 to 25; the source's when absent.
   */
  'order'?: (number) | undefined;
  /**
   * The copy's features; the source's when empty.
   */
  'features'?: (string)[] | undefined;
  /**
   * Bytes that go to one object before the next of its set; the source's when absent.
   */
  'stripeUnit'?: (number) | undefined;
  /**
   * Objects in a set; the source's when absent.
   */
  'stripeCount'?: (number) | undefined;
  /**
   * The pool that keeps the copy's data; its own when absent.
   */
  'dataPool'?: (string) | undefined;
  /**
   * Runs of zeros of this length are not stored (flat copies); 4 KiB when absent.
   */
  'sparseBytes'?: (number) | undefined;
  /**
   * Deep copies: the parent's content is copied too, and the tie is not kept.
   */
  'flatten'?: (boolean) | undefined;
  '_order'?: "order" | undefined;
  '_stripeUnit'?: "stripeUnit" | undefined;
  '_stripeCount'?: "stripeCount" | undefined;
  '_dataPool'?: "dataPool" | undefined;
  '_sparseBytes'?: "sparseBytes" | undefined;
}

/**
 * What to copy, and what the copy is to be.
 */
export interface CopyRequest__Output {
  /**
   * The head or the snapshot to copy.
   */
  'source': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Pool and name of the copy.
   */
  'target': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * log2 of the copy's object size, 12 to 25; the source's when absent.
   */
  'order'?: (number);
  /**
   * The copy's features; the source's when empty.
   */
  'features': (string)[];
  /**
   * Bytes that go to one object before the next of its set; the source's when absent.
   */
  'stripeUnit'?: (number);
  /**
   * Objects in a set; the source's when absent.
   */
  'stripeCount'?: (number);
  /**
   * The pool that keeps the copy's data; its own when absent.
   */
  'dataPool'?: (string);
  /**
   * Runs of zeros of this length are not stored (flat copies); 4 KiB when absent.
   */
  'sparseBytes'?: (number);
  /**
   * Deep copies: the parent's content is copied too, and the tie is not kept.
   */
  'flatten': (boolean);
  '_order'?: "order";
  '_stripeUnit'?: "stripeUnit";
  '_stripeCount'?: "stripeCount";
  '_dataPool'?: "dataPool";
  '_sparseBytes'?: "sparseBytes";
}
