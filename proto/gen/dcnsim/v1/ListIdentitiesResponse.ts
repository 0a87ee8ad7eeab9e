// Original file: proto/dcnsim/v1/auth.proto

import type { CephxIdentity as _dcnsim_v1_CephxIdentity, CephxIdentity__Output as _dcnsim_v1_CephxIdentity__Output } from '../../dcnsim/v1/CephxIdentity.ts';

/**
 * All users.
 */
export interface ListIdentitiesResponse {
  /**
   * Daemons by their kind, then clients, then managers; each kind by name.
   */
  'identities'?: (_dcnsim_v1_CephxIdentity)[] | undefined;
}

/**
 * All users.
 */
export interface ListIdentitiesResponse__Output {
  /**
   * Daemons by their kind, then clients, then managers; each kind by name.
   */
  'identities': (_dcnsim_v1_CephxIdentity__Output)[];
}
