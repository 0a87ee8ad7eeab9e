// Original file: proto/dcnsim/v1/hub.proto

import type { Address as _dcnsim_v1_Address, Address__Output as _dcnsim_v1_Address__Output } from '../../dcnsim/v1/Address.ts';
import type { Fault as _dcnsim_v1_Fault, Fault__Output as _dcnsim_v1_Fault__Output } from '../../dcnsim/v1/Fault.ts';

export interface Server {
  'id'?: (string) | undefined;
  'name'?: (string) | undefined;
  /**
   * BUILD, ACTIVE, SHUTOFF, ERROR
   */
  'status'?: (string) | undefined;
  /**
   * building, active, stopped, error
   */
  'vmState'?: (string) | undefined;
  /**
   * scheduling, spawning, powering-off, ...; empty when idle
   */
  'taskState'?: (string) | undefined;
  /**
   * 0 no state, 1 running, 4 shutdown
   */
  'powerState'?: (number) | undefined;
  'availabilityZone'?: (string) | undefined;
  'host'?: (string) | undefined;
  /**
   * Empty for a server whose root disk is a volume.
   */
  'imageId'?: (string) | undefined;
  'flavorId'?: (string) | undefined;
  'flavorName'?: (string) | undefined;
  'keyName'?: (string) | undefined;
  'addresses'?: (_dcnsim_v1_Address)[] | undefined;
  'securityGroups'?: (string)[] | undefined;
  'volumeIds'?: (string)[] | undefined;
  'fault'?: (_dcnsim_v1_Fault | null) | undefined;
  'userId'?: (string) | undefined;
  'projectId'?: (string) | undefined;
  'createdMs'?: (number | string) | undefined;
  'updatedMs'?: (number | string) | undefined;
  'launchedMs'?: (number | string) | undefined;
  'instanceName'?: (string) | undefined;
  '_launchedMs'?: "launchedMs" | undefined;
}

export interface Server__Output {
  'id': (string);
  'name': (string);
  /**
   * BUILD, ACTIVE, SHUTOFF, ERROR
   */
  'status': (string);
  /**
   * building, active, stopped, error
   */
  'vmState': (string);
  /**
   * scheduling, spawning, powering-off, ...; empty when idle
   */
  'taskState': (string);
  /**
   * 0 no state, 1 running, 4 shutdown
   */
  'powerState': (number);
  'availabilityZone': (string);
  'host': (string);
  /**
   * Empty for a server whose root disk is a volume.
   */
  'imageId': (string);
  'flavorId': (string);
  'flavorName': (string);
  'keyName': (string);
  'addresses': (_dcnsim_v1_Address__Output)[];
  'securityGroups': (string)[];
  'volumeIds': (string)[];
  'fault': (_dcnsim_v1_Fault__Output | null);
  'userId': (string);
  'projectId': (string);
  'createdMs': (number);
  'updatedMs': (number);
  'launchedMs'?: (number);
  'instanceName': (string);
  '_launchedMs'?: "launchedMs";
}
