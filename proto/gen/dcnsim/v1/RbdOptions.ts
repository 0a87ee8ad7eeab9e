// Original file: proto/dcnsim/v1/configuration.proto

import type { RbdOption as _dcnsim_v1_RbdOption, RbdOption__Output as _dcnsim_v1_RbdOption__Output } from '../../dcnsim/v1/RbdOption.ts';

/**
 * The options of RBD.
 */
export interface RbdOptions {
  /**
   * By name.
   */
  'options'?: (_dcnsim_v1_RbdOption)[] | undefined;
}

/**
 * The options of RBD.
 */
export interface RbdOptions__Output {
  /**
   * By name.
   */
  'options': (_dcnsim_v1_RbdOption__Output)[];
}
