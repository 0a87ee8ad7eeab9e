// Original file: proto/dcnsim/v1/hub.proto

import type { SecurityGroup as _dcnsim_v1_SecurityGroup, SecurityGroup__Output as _dcnsim_v1_SecurityGroup__Output } from '../../dcnsim/v1/SecurityGroup.ts';

export interface ListSecurityGroupsResponse {
  'securityGroups'?: (_dcnsim_v1_SecurityGroup)[] | undefined;
}

export interface ListSecurityGroupsResponse__Output {
  'securityGroups': (_dcnsim_v1_SecurityGroup__Output)[];
}
