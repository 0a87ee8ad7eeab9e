// Original file: proto/dcnsim/v1/configuration.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ConfigEntity as _dcnsim_v1_ConfigEntity, ConfigEntity__Output as _dcnsim_v1_ConfigEntity__Output } from '../../dcnsim/v1/ConfigEntity.ts';
import type { ConfigEntries as _dcnsim_v1_ConfigEntries, ConfigEntries__Output as _dcnsim_v1_ConfigEntries__Output } from '../../dcnsim/v1/ConfigEntries.ts';
import type { ConfigSetting as _dcnsim_v1_ConfigSetting, ConfigSetting__Output as _dcnsim_v1_ConfigSetting__Output } from '../../dcnsim/v1/ConfigSetting.ts';
import type { ConfigSettingName as _dcnsim_v1_ConfigSettingName, ConfigSettingName__Output as _dcnsim_v1_ConfigSettingName__Output } from '../../dcnsim/v1/ConfigSettingName.ts';
import type { ConfigValue as _dcnsim_v1_ConfigValue, ConfigValue__Output as _dcnsim_v1_ConfigValue__Output } from '../../dcnsim/v1/ConfigValue.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { DumpConfigRequest as _dcnsim_v1_DumpConfigRequest, DumpConfigRequest__Output as _dcnsim_v1_DumpConfigRequest__Output } from '../../dcnsim/v1/DumpConfigRequest.ts';
import type { ListPoolOptionsRequest as _dcnsim_v1_ListPoolOptionsRequest, ListPoolOptionsRequest__Output as _dcnsim_v1_ListPoolOptionsRequest__Output } from '../../dcnsim/v1/ListPoolOptionsRequest.ts';
import type { PoolOverride as _dcnsim_v1_PoolOverride, PoolOverride__Output as _dcnsim_v1_PoolOverride__Output } from '../../dcnsim/v1/PoolOverride.ts';
import type { PoolOverrideName as _dcnsim_v1_PoolOverrideName, PoolOverrideName__Output as _dcnsim_v1_PoolOverrideName__Output } from '../../dcnsim/v1/PoolOverrideName.ts';
import type { RbdOptions as _dcnsim_v1_RbdOptions, RbdOptions__Output as _dcnsim_v1_RbdOptions__Output } from '../../dcnsim/v1/RbdOptions.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Options of Ceph: what the cluster says of its clients and daemons, and what pools and images override. Identities and
 * failures as in BlockStore.
 */
export interface ConfigurationClient extends grpc.Client {
  /**
   * Everything that is set.
   */
  Dump(argument: _dcnsim_v1_DumpConfigRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  Dump(argument: _dcnsim_v1_DumpConfigRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  Dump(argument: _dcnsim_v1_DumpConfigRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  Dump(argument: _dcnsim_v1_DumpConfigRequest, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  /**
   * Everything that is set.
   */
  dump(argument: _dcnsim_v1_DumpConfigRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  dump(argument: _dcnsim_v1_DumpConfigRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  dump(argument: _dcnsim_v1_DumpConfigRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  dump(argument: _dcnsim_v1_DumpConfigRequest, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  
  /**
   * What an option is for an entity. Fails with `invalid_argument` for the entity; `not_found` for the option.
   */
  Get(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_ConfigSettingName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_ConfigSettingName, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  /**
   * What an option is for an entity. Fails with `invalid_argument` for the entity; `not_found` for the option.
   */
  get(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_ConfigSettingName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_ConfigSettingName, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  
  /**
   * A pool's override. Fails with `not_found` without one.
   */
  GetForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  GetForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  GetForPool(argument: _dcnsim_v1_PoolOverrideName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  GetForPool(argument: _dcnsim_v1_PoolOverrideName, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  /**
   * A pool's override. Fails with `not_found` without one.
   */
  getForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  getForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  getForPool(argument: _dcnsim_v1_PoolOverrideName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  getForPool(argument: _dcnsim_v1_PoolOverrideName, callback: grpc.requestCallback<_dcnsim_v1_ConfigValue__Output>): grpc.ClientUnaryCall;
  
  /**
   * What is set for an entity. Fails with `invalid_argument` for the entity.
   */
  ListFor(argument: _dcnsim_v1_ConfigEntity, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  ListFor(argument: _dcnsim_v1_ConfigEntity, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  ListFor(argument: _dcnsim_v1_ConfigEntity, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  ListFor(argument: _dcnsim_v1_ConfigEntity, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  /**
   * What is set for an entity. Fails with `invalid_argument` for the entity.
   */
  listFor(argument: _dcnsim_v1_ConfigEntity, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  listFor(argument: _dcnsim_v1_ConfigEntity, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  listFor(argument: _dcnsim_v1_ConfigEntity, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  listFor(argument: _dcnsim_v1_ConfigEntity, callback: grpc.requestCallback<_dcnsim_v1_ConfigEntries__Output>): grpc.ClientUnaryCall;
  
  /**
   * What each option of RBD is for an image, for whoever asks; without those that come too late for it.
   */
  ListForImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  /**
   * What each option of RBD is for an image, for whoever asks; without those that come too late for it.
   */
  listForImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  
  /**
   * What each option of RBD is in a pool, for whoever asks.
   */
  ListForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  ListForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  /**
   * What each option of RBD is in a pool, for whoever asks.
   */
  listForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  listForPool(argument: _dcnsim_v1_ListPoolOptionsRequest, callback: grpc.requestCallback<_dcnsim_v1_RbdOptions__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a setting away; it is no error if there is none. Fails with `invalid_argument` for the section.
   */
  Remove(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ConfigSettingName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ConfigSettingName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a setting away; it is no error if there is none. Fails with `invalid_argument` for the section.
   */
  remove(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ConfigSettingName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ConfigSettingName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ConfigSettingName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a pool's override away. Fails with `not_found` without one.
   */
  RemoveForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveForPool(argument: _dcnsim_v1_PoolOverrideName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveForPool(argument: _dcnsim_v1_PoolOverrideName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a pool's override away. Fails with `not_found` without one.
   */
  removeForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeForPool(argument: _dcnsim_v1_PoolOverrideName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeForPool(argument: _dcnsim_v1_PoolOverrideName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeForPool(argument: _dcnsim_v1_PoolOverrideName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets an option for a section. Fails with `invalid_argument` for a section, option or value that is none.
   */
  Set(argument: _dcnsim_v1_ConfigSetting, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_ConfigSetting, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_ConfigSetting, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_ConfigSetting, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Sets an option for a section. Fails with `invalid_argument` for a section, option or value that is none.
   */
  set(argument: _dcnsim_v1_ConfigSetting, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_ConfigSetting, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_ConfigSetting, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_ConfigSetting, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a pool override an option. Fails with `invalid_argument` for an option that pools cannot override, and for a
   * wrong value.
   */
  SetForPool(argument: _dcnsim_v1_PoolOverride, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetForPool(argument: _dcnsim_v1_PoolOverride, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetForPool(argument: _dcnsim_v1_PoolOverride, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetForPool(argument: _dcnsim_v1_PoolOverride, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a pool override an option. Fails with `invalid_argument` for an option that pools cannot override, and for a
   * wrong value.
   */
  setForPool(argument: _dcnsim_v1_PoolOverride, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setForPool(argument: _dcnsim_v1_PoolOverride, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setForPool(argument: _dcnsim_v1_PoolOverride, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setForPool(argument: _dcnsim_v1_PoolOverride, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Options of Ceph: what the cluster says of its clients and daemons, and what pools and images override. Identities and
 * failures as in BlockStore.
 */
export interface ConfigurationHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Everything that is set.
   */
  Dump: grpc.handleUnaryCall<_dcnsim_v1_DumpConfigRequest__Output, _dcnsim_v1_ConfigEntries>;
  
  /**
   * What an option is for an entity. Fails with `invalid_argument` for the entity; `not_found` for the option.
   */
  Get: grpc.handleUnaryCall<_dcnsim_v1_ConfigSettingName__Output, _dcnsim_v1_ConfigValue>;
  
  /**
   * A pool's override. Fails with `not_found` without one.
   */
  GetForPool: grpc.handleUnaryCall<_dcnsim_v1_PoolOverrideName__Output, _dcnsim_v1_ConfigValue>;
  
  /**
   * What is set for an entity. Fails with `invalid_argument` for the entity.
   */
  ListFor: grpc.handleUnaryCall<_dcnsim_v1_ConfigEntity__Output, _dcnsim_v1_ConfigEntries>;
  
  /**
   * What each option of RBD is for an image, for whoever asks; without those that come too late for it.
   */
  ListForImage: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_RbdOptions>;
  
  /**
   * What each option of RBD is in a pool, for whoever asks.
   */
  ListForPool: grpc.handleUnaryCall<_dcnsim_v1_ListPoolOptionsRequest__Output, _dcnsim_v1_RbdOptions>;
  
  /**
   * Takes a setting away; it is no error if there is none. Fails with `invalid_argument` for the section.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_ConfigSettingName__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes a pool's override away. Fails with `not_found` without one.
   */
  RemoveForPool: grpc.handleUnaryCall<_dcnsim_v1_PoolOverrideName__Output, _dcnsim_v1_Done>;
  
  /**
   * Sets an option for a section. Fails with `invalid_argument` for a section, option or value that is none.
   */
  Set: grpc.handleUnaryCall<_dcnsim_v1_ConfigSetting__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes a pool override an option. Fails with `invalid_argument` for an option that pools cannot override, and for a
   * wrong value.
   */
  SetForPool: grpc.handleUnaryCall<_dcnsim_v1_PoolOverride__Output, _dcnsim_v1_Done>;
  
}

export interface ConfigurationDefinition extends grpc.ServiceDefinition {
  Dump: MethodDefinition<_dcnsim_v1_DumpConfigRequest, _dcnsim_v1_ConfigEntries, _dcnsim_v1_DumpConfigRequest__Output, _dcnsim_v1_ConfigEntries__Output>
  Get: MethodDefinition<_dcnsim_v1_ConfigSettingName, _dcnsim_v1_ConfigValue, _dcnsim_v1_ConfigSettingName__Output, _dcnsim_v1_ConfigValue__Output>
  GetForPool: MethodDefinition<_dcnsim_v1_PoolOverrideName, _dcnsim_v1_ConfigValue, _dcnsim_v1_PoolOverrideName__Output, _dcnsim_v1_ConfigValue__Output>
  ListFor: MethodDefinition<_dcnsim_v1_ConfigEntity, _dcnsim_v1_ConfigEntries, _dcnsim_v1_ConfigEntity__Output, _dcnsim_v1_ConfigEntries__Output>
  ListForImage: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_RbdOptions, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_RbdOptions__Output>
  ListForPool: MethodDefinition<_dcnsim_v1_ListPoolOptionsRequest, _dcnsim_v1_RbdOptions, _dcnsim_v1_ListPoolOptionsRequest__Output, _dcnsim_v1_RbdOptions__Output>
  Remove: MethodDefinition<_dcnsim_v1_ConfigSettingName, _dcnsim_v1_Done, _dcnsim_v1_ConfigSettingName__Output, _dcnsim_v1_Done__Output>
  RemoveForPool: MethodDefinition<_dcnsim_v1_PoolOverrideName, _dcnsim_v1_Done, _dcnsim_v1_PoolOverrideName__Output, _dcnsim_v1_Done__Output>
  Set: MethodDefinition<_dcnsim_v1_ConfigSetting, _dcnsim_v1_Done, _dcnsim_v1_ConfigSetting__Output, _dcnsim_v1_Done__Output>
  SetForPool: MethodDefinition<_dcnsim_v1_PoolOverride, _dcnsim_v1_Done, _dcnsim_v1_PoolOverride__Output, _dcnsim_v1_Done__Output>
}
