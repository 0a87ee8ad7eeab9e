// Original file: proto/dcnsim/v1/clones.proto

import type { RbdChild as _dcnsim_v1_RbdChild, RbdChild__Output as _dcnsim_v1_RbdChild__Output } from '../../dcnsim/v1/RbdChild.ts';

/**
 * The clones of an image.
 */
export interface ListClonesResponse {
  /**
   * By `pool/image`.
   */
  'children'?: (_dcnsim_v1_RbdChild)[] | undefined;
}

/**
 * The clones of an image.
 */
export interface ListClonesResponse__Output {
  /**
   * By `pool/image`.
   */
  'children': (_dcnsim_v1_RbdChild__Output)[];
}
