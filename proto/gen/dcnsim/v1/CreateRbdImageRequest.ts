// Original file: proto/dcnsim/v1/block_store.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * An image to make.
 */
export interface CreateRbdImageRequest {
  /**
   * Its pool and name; the name is not empty and without `@` and `/`.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * What the image shows its users; 0 is legal.
   */
  'sizeBytes'?: (number) | undefined;
  /**
   * log2 of the object size, 12 to 25; 22 (4 MiB) when absent.
   */
  'order'?: (number) | undefined;
  /**
   * Names such as `layering`; the cluster's default when empty: layering, exclusive-lock, object-map, fast-diff,
   * deep-flatten.
   */
  'features'?: (string)[] | undefined;
  /**
   * Bytes that go to one object before the next of its set is written to; with the count or not at all, and 0 is not at
   * all: what the pool and the cluster are configured to.
   */
  'stripeUnitBytes'?: (number) | undefined;
  /**
   * Objects in a set.
   */
  'stripeCount'?: (number) | undefined;
  /**
   * The pool of the data objects; when absent what they are configured to.
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
  '_stripeUnitBytes'?: "stripeUnitBytes" | undefined;
  '_stripeCount'?: "stripeCount" | undefined;
  '_dataPool'?: "dataPool" | undefined;
}

/**
 * An image to make.
 */
export interface CreateRbdImageRequest__Output {
  /**
   * Its pool and name; the name is not empty and without `@` and `/`.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * What the image shows its users; 0 is legal.
   */
  'sizeBytes': (number);
  /**
   * log2 of the object size, 12 to 25; 22 (4 MiB) when absent.
   */
  'order'?: (number);
  /**
   * Names such as `layering`; the cluster's default when empty: layering, exclusive-lock, object-map, fast-diff,
   * deep-flatten.
   */
  'features': (string)[];
  /**
   * Bytes that go to one object before the next of its set is written to; with the count or not at all, and 0 is not at
   * all: what the pool and the cluster are configured to.
   */
  'stripeUnitBytes'?: (number);
  /**
   * Objects in a set.
   */
  'stripeCount'?: (number);
  /**
   * The pool of the data objects; when absent what they are configured to.
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
  '_stripeUnitBytes'?: "stripeUnitBytes";
  '_stripeCount'?: "stripeCount";
  '_dataPool'?: "dataPool";
}
