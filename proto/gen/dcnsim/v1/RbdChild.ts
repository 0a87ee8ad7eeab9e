// Original file: proto/dcnsim/v1/clones.proto

import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * A clone.
 */
export interface RbdChild {
  /**
   * Its present names.
   */
  'image'?: (_dcnsim_v1_RbdSpec | null) | undefined;
  /**
   * Its id.
   */
  'id'?: (string) | undefined;
  /**
   * Whether it lies in the trash.
   */
  'inTrash'?: (boolean) | undefined;
}

/**
 * A clone.
 */
export interface RbdChild__Output {
  /**
   * Its present names.
   */
  'image': (_dcnsim_v1_RbdSpec__Output | null);
  /**
   * Its id.
   */
  'id': (string);
  /**
   * Whether it lies in the trash.
   */
  'inTrash': (boolean);
}
