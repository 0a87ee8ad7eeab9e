// Original file: proto/dcnsim/v1/image_features.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Which features of which image.
 */
export interface ChangeFeaturesRequest {
  /**
   * The image whose features change.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Names such as `exclusive-lock`.
   */
  'features'?: (string)[] | undefined;
}

/**
 * Which features of which image.
 */
export interface ChangeFeaturesRequest__Output {
  /**
   * The image whose features change.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Names such as `exclusive-lock`.
   */
  'features': (string)[];
}
