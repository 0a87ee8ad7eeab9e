// Original file: proto/dcnsim/v1/hub.proto

import type { Address as _dcnsim_v1_Address, Address__Output as _dcnsim_v1_Address__Output } from '../../dcnsim/v1/Address.ts';
import type { Fault as _dcnsim_v1_Fault, Fault__Output as _dcnsim_v1_Fault__Output } from '../../dcnsim/v1/Fault.ts';

/**
 * Nova's record of a server.
 */
export interface Server {
  /**
   * A UUID; its own disk is `<id>_disk` in the pool `vms` of its site.
   */
  'id'?: (string) | undefined;
  /**
   * For people; need not be unique.
   */
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
  /**
   * The name of the site that it runs at.
   */
  'availabilityZone'?: (string) | undefined;
  /**
   * The compute host, for example `dcn0-compute-0`; empty until one was chosen.
   */
  'host'?: (string) | undefined;
  /**
   * A UUID. Empty for a server whose root disk is a volume.
   */
  'imageId'?: (string) | undefined;
  /**
   * The flavor's id, a UUID.
   */
  'flavorId'?: (string) | undefined;
  /**
   * The flavor's name; empty when the flavor is gone.
   */
  'flavorName'?: (string) | undefined;
  /**
   * The key pair's name; empty without one.
   */
  'keyName'?: (string) | undefined;
  /**
   * One for each network, from when a host was chosen; empty again when the build has failed.
   */
  'addresses'?: (_dcnsim_v1_Address)[] | undefined;
  /**
   * Names.
   */
  'securityGroups'?: (string)[] | undefined;
  /**
   * The volume (UUID) that is the root disk; empty when the root disk is the server's own.
   */
  'volumeIds'?: (string)[] | undefined;
  /**
   * Why it is in ERROR; absent when it never was.
   */
  'fault'?: (_dcnsim_v1_Fault | null) | undefined;
  /**
   * Who made it.
   */
  'userId'?: (string) | undefined;
  /**
   * The project that it belongs to.
   */
  'projectId'?: (string) | undefined;
  /**
   * When it was asked for: simulated milliseconds since the epoch, as every instant here.
   */
  'createdMs'?: (number | string) | undefined;
  /**
   * When the record last changed.
   */
  'updatedMs'?: (number | string) | undefined;
  /**
   * When it became ACTIVE for the first time; absent before.
   */
  'launchedMs'?: (number | string) | undefined;
  /**
   * The guest's name at its host, as virsh lists it: `instance-` and the first 8 characters of the id.
   */
  'instanceName'?: (string) | undefined;
  '_launchedMs'?: "launchedMs" | undefined;
}

/**
 * Nova's record of a server.
 */
export interface Server__Output {
  /**
   * A UUID; its own disk is `<id>_disk` in the pool `vms` of its site.
   */
  'id': (string);
  /**
   * For people; need not be unique.
   */
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
  /**
   * The name of the site that it runs at.
   */
  'availabilityZone': (string);
  /**
   * The compute host, for example `dcn0-compute-0`; empty until one was chosen.
   */
  'host': (string);
  /**
   * A UUID. Empty for a server whose root disk is a volume.
   */
  'imageId': (string);
  /**
   * The flavor's id, a UUID.
   */
  'flavorId': (string);
  /**
   * The flavor's name; empty when the flavor is gone.
   */
  'flavorName': (string);
  /**
   * The key pair's name; empty without one.
   */
  'keyName': (string);
  /**
   * One for each network, from when a host was chosen; empty again when the build has failed.
   */
  'addresses': (_dcnsim_v1_Address__Output)[];
  /**
   * Names.
   */
  'securityGroups': (string)[];
  /**
   * The volume (UUID) that is the root disk; empty when the root disk is the server's own.
   */
  'volumeIds': (string)[];
  /**
   * Why it is in ERROR; absent when it never was.
   */
  'fault': (_dcnsim_v1_Fault__Output | null);
  /**
   * Who made it.
   */
  'userId': (string);
  /**
   * The project that it belongs to.
   */
  'projectId': (string);
  /**
   * When it was asked for: simulated milliseconds since the epoch, as every instant here.
   */
  'createdMs': (number);
  /**
   * When the record last changed.
   */
  'updatedMs': (number);
  /**
   * When it became ACTIVE for the first time; absent before.
   */
  'launchedMs'?: (number);
  /**
   * The guest's name at its host, as virsh lists it: `instance-` and the first 8 characters of the id.
   */
  'instanceName': (string);
  '_launchedMs'?: "launchedMs";
}
