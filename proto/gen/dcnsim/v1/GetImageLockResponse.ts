// Original file: proto/dcnsim/v1/image_locks.proto

import type { ImageLock as _dcnsim_v1_ImageLock, ImageLock__Output as _dcnsim_v1_ImageLock__Output } from '../../dcnsim/v1/ImageLock.ts';

/**
 * The state of an image's lock.
 */
export interface GetImageLockResponse {
  /**
   * Absent while nobody has it.
   */
  'lock'?: (_dcnsim_v1_ImageLock | null) | undefined;
}

/**
 * The state of an image's lock.
 */
export interface GetImageLockResponse__Output {
  /**
   * Absent while nobody has it.
   */
  'lock': (_dcnsim_v1_ImageLock__Output | null);
}
