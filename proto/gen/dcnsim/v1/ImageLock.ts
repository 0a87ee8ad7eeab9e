// Original file: proto/dcnsim/v1/image_locks.proto

import type { ImageLocker as _dcnsim_v1_ImageLocker, ImageLocker__Output as _dcnsim_v1_ImageLocker__Output } from '../../dcnsim/v1/ImageLocker.ts';

/**
 * A lock that is held.
 */
export interface ImageLock {
  /**
   * Whether several may have it.
   */
  'shared'?: (boolean) | undefined;
  /**
   * Of shared locks: those with equal tags go together.
   */
  'tag'?: (string) | undefined;
  /**
   * Who has it.
   */
  'lockers'?: (_dcnsim_v1_ImageLocker)[] | undefined;
}

/**
 * A lock that is held.
 */
export interface ImageLock__Output {
  /**
   * Whether several may have it.
   */
  'shared': (boolean);
  /**
   * Of shared locks: those with equal tags go together.
   */
  'tag': (string);
  /**
   * Who has it.
   */
  'lockers': (_dcnsim_v1_ImageLocker__Output)[];
}
