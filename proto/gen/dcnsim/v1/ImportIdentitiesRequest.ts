// Original file: proto/dcnsim/v1/auth.proto

import type { CephxIdentity as _dcnsim_v1_CephxIdentity, CephxIdentity__Output as _dcnsim_v1_CephxIdentity__Output } from '../../dcnsim/v1/CephxIdentity.ts';

/**
 * Users of a keyring.
 */
export interface ImportIdentitiesRequest {
  /**
   * In the order of the keyring; one without a key gets a new one.
   */
  'identities'?: (_dcnsim_v1_CephxIdentity)[] | undefined;
}

/**
 * Users of a keyring.
 */
export interface ImportIdentitiesRequest__Output {
  /**
   * In the order of the keyring; one without a key gets a new one.
   */
  'identities': (_dcnsim_v1_CephxIdentity__Output)[];
}
