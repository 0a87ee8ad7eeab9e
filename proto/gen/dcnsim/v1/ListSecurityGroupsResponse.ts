// Original file: proto/dcnsim/v1/hub.proto

import type { SecurityGroup as _dcnsim_v1_SecurityGroup, SecurityGroup__Output as _dcnsim_v1_SecurityGroup__Output } from '../../dcnsim/v1/SecurityGroup.ts';

/**
 * The cloud's security groups.
 */
export interface ListSecurityGroupsResponse {
  /**
   * Oldest first.
   */
  'securityGroups'?: (_dcnsim_v1_SecurityGroup)[] | undefined;
}

/**
 * The cloud's security groups.
 */
export interface ListSecurityGroupsResponse__Output {
  /**
   * Oldest first.
   */
  'securityGroups': (_dcnsim_v1_SecurityGroup__Output)[];
}
