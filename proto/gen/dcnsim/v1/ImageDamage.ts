// Original file: proto/dcnsim/v1/osds.proto

import type { DamagedRange as _dcnsim_v1_DamagedRange, DamagedRange__Output as _dcnsim_v1_DamagedRange__Output } from '../../dcnsim/v1/DamagedRange.ts';

/**
 * What an image, or it as it was at a snapshot, has lost.
 */
export interface ImageDamage {
  /**
   * The pool's name.
   */
  'pool'?: (string) | undefined;
  /**
   * Of the pool; empty for the default one.
   */
  'namespace'?: (string) | undefined;
  /**
   * The image's name.
   */
  'image'?: (string) | undefined;
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string) | undefined;
  /**
   * Lost objects without which something of it is missing, a parent's included.
   */
  'objects'?: (number) | undefined;
  /**
   * Sum of the ranges.
   */
  'bytes'?: (number) | undefined;
  /**
   * Where a read fails with EIO: merged, in order.
   */
  'ranges'?: (_dcnsim_v1_DamagedRange)[] | undefined;
  /**
   * Some or all of it was lost in a parent.
   */
  'inherited'?: (boolean) | undefined;
  /**
   * Lost RADOS objects that a real image cannot be opened without.
   */
  'metadata'?: (string)[] | undefined;
  '_snapshot'?: "snapshot" | undefined;
}

/**
 * What an image, or it as it was at a snapshot, has lost.
 */
export interface ImageDamage__Output {
  /**
   * The pool's name.
   */
  'pool': (string);
  /**
   * Of the pool; empty for the default one.
   */
  'namespace': (string);
  /**
   * The image's name.
   */
  'image': (string);
  /**
   * The snapshot's name; absent for the head.
   */
  'snapshot'?: (string);
  /**
   * Lost objects without which something of it is missing, a parent's included.
   */
  'objects': (number);
  /**
   * Sum of the ranges.
   */
  'bytes': (number);
  /**
   * Where a read fails with EIO: merged, in order.
   */
  'ranges': (_dcnsim_v1_DamagedRange__Output)[];
  /**
   * Some or all of it was lost in a parent.
   */
  'inherited': (boolean);
  /**
   * Lost RADOS objects that a real image cannot be opened without.
   */
  'metadata': (string)[];
  '_snapshot'?: "snapshot";
}
