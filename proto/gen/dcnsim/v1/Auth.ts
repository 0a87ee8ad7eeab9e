// Original file: proto/dcnsim/v1/auth.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddIdentityResponse as _dcnsim_v1_AddIdentityResponse, AddIdentityResponse__Output as _dcnsim_v1_AddIdentityResponse__Output } from '../../dcnsim/v1/AddIdentityResponse.ts';
import type { CephxIdentity as _dcnsim_v1_CephxIdentity, CephxIdentity__Output as _dcnsim_v1_CephxIdentity__Output } from '../../dcnsim/v1/CephxIdentity.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GetOrCreateIdentityRequest as _dcnsim_v1_GetOrCreateIdentityRequest, GetOrCreateIdentityRequest__Output as _dcnsim_v1_GetOrCreateIdentityRequest__Output } from '../../dcnsim/v1/GetOrCreateIdentityRequest.ts';
import type { IdentityName as _dcnsim_v1_IdentityName, IdentityName__Output as _dcnsim_v1_IdentityName__Output } from '../../dcnsim/v1/IdentityName.ts';
import type { ImportIdentitiesRequest as _dcnsim_v1_ImportIdentitiesRequest, ImportIdentitiesRequest__Output as _dcnsim_v1_ImportIdentitiesRequest__Output } from '../../dcnsim/v1/ImportIdentitiesRequest.ts';
import type { ListIdentitiesRequest as _dcnsim_v1_ListIdentitiesRequest, ListIdentitiesRequest__Output as _dcnsim_v1_ListIdentitiesRequest__Output } from '../../dcnsim/v1/ListIdentitiesRequest.ts';
import type { ListIdentitiesResponse as _dcnsim_v1_ListIdentitiesResponse, ListIdentitiesResponse__Output as _dcnsim_v1_ListIdentitiesResponse__Output } from '../../dcnsim/v1/ListIdentitiesResponse.ts';
import type { RemoveIdentityResponse as _dcnsim_v1_RemoveIdentityResponse, RemoveIdentityResponse__Output as _dcnsim_v1_RemoveIdentityResponse__Output } from '../../dcnsim/v1/RemoveIdentityResponse.ts';
import type { SetCapsRequest as _dcnsim_v1_SetCapsRequest, SetCapsRequest__Output as _dcnsim_v1_SetCapsRequest__Output } from '../../dcnsim/v1/SetCapsRequest.ts';

/**
 * cephx users of a cluster, as services/ceph-sim/port/auth.ts defines them. Identities of callers and failures as in
 * BlockStore; every call fails with `forbidden` (EACCES) unless the caller's caps let it administer users.
 */
export interface AuthClient extends grpc.Client {
  /**
   * Makes a user. Fails with `invalid_argument` for one with other caps, `already_exists` for one with another key.
   */
  Add(argument: _dcnsim_v1_CephxIdentity, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_CephxIdentity, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_CephxIdentity, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_CephxIdentity, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a user. Fails with `invalid_argument` for one with other caps, `already_exists` for one with another key.
   */
  add(argument: _dcnsim_v1_CephxIdentity, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_CephxIdentity, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_CephxIdentity, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_CephxIdentity, callback: grpc.requestCallback<_dcnsim_v1_AddIdentityResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * One user. Fails with `not_found`.
   */
  Get(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_IdentityName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_IdentityName, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  /**
   * One user. Fails with `not_found`.
   */
  get(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_IdentityName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_IdentityName, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  
  /**
   * The user, made with a new key if there is none. Fails with `invalid_argument` for other caps than it has.
   */
  GetOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  GetOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  GetOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  GetOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  /**
   * The user, made with a new key if there is none. Fails with `invalid_argument` for other caps than it has.
   */
  getOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  getOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  getOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  getOrCreate(argument: _dcnsim_v1_GetOrCreateIdentityRequest, callback: grpc.requestCallback<_dcnsim_v1_CephxIdentity__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keys and caps of a keyring replace what was there.
   */
  Import(argument: _dcnsim_v1_ImportIdentitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Import(argument: _dcnsim_v1_ImportIdentitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Import(argument: _dcnsim_v1_ImportIdentitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Import(argument: _dcnsim_v1_ImportIdentitiesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Keys and caps of a keyring replace what was there.
   */
  import(argument: _dcnsim_v1_ImportIdentitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  import(argument: _dcnsim_v1_ImportIdentitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  import(argument: _dcnsim_v1_ImportIdentitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  import(argument: _dcnsim_v1_ImportIdentitiesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Every user.
   */
  List(argument: _dcnsim_v1_ListIdentitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListIdentitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListIdentitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListIdentitiesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Every user.
   */
  list(argument: _dcnsim_v1_ListIdentitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListIdentitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListIdentitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListIdentitiesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListIdentitiesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a user, whose sessions stop working at once.
   */
  Remove(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_IdentityName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_IdentityName, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a user, whose sessions stop working at once.
   */
  remove(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_IdentityName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_IdentityName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_IdentityName, callback: grpc.requestCallback<_dcnsim_v1_RemoveIdentityResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Replaces all caps of a user. Fails with `not_found`; `invalid_argument` for caps that do not parse.
   */
  SetCaps(argument: _dcnsim_v1_SetCapsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetCaps(argument: _dcnsim_v1_SetCapsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetCaps(argument: _dcnsim_v1_SetCapsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetCaps(argument: _dcnsim_v1_SetCapsRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Replaces all caps of a user. Fails with `not_found`; `invalid_argument` for caps that do not parse.
   */
  setCaps(argument: _dcnsim_v1_SetCapsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setCaps(argument: _dcnsim_v1_SetCapsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setCaps(argument: _dcnsim_v1_SetCapsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setCaps(argument: _dcnsim_v1_SetCapsRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * cephx users of a cluster, as services/ceph-sim/port/auth.ts defines them. Identities of callers and failures as in
 * BlockStore; every call fails with `forbidden` (EACCES) unless the caller's caps let it administer users.
 */
export interface AuthHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes a user. Fails with `invalid_argument` for one with other caps, `already_exists` for one with another key.
   */
  Add: grpc.handleUnaryCall<_dcnsim_v1_CephxIdentity__Output, _dcnsim_v1_AddIdentityResponse>;
  
  /**
   * One user. Fails with `not_found`.
   */
  Get: grpc.handleUnaryCall<_dcnsim_v1_IdentityName__Output, _dcnsim_v1_CephxIdentity>;
  
  /**
   * The user, made with a new key if there is none. Fails with `invalid_argument` for other caps than it has.
   */
  GetOrCreate: grpc.handleUnaryCall<_dcnsim_v1_GetOrCreateIdentityRequest__Output, _dcnsim_v1_CephxIdentity>;
  
  /**
   * Keys and caps of a keyring replace what was there.
   */
  Import: grpc.handleUnaryCall<_dcnsim_v1_ImportIdentitiesRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Every user.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListIdentitiesRequest__Output, _dcnsim_v1_ListIdentitiesResponse>;
  
  /**
   * Removes a user, whose sessions stop working at once.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_IdentityName__Output, _dcnsim_v1_RemoveIdentityResponse>;
  
  /**
   * Replaces all caps of a user. Fails with `not_found`; `invalid_argument` for caps that do not parse.
   */
  SetCaps: grpc.handleUnaryCall<_dcnsim_v1_SetCapsRequest__Output, _dcnsim_v1_Done>;
  
}

export interface AuthDefinition extends grpc.ServiceDefinition {
  Add: MethodDefinition<_dcnsim_v1_CephxIdentity, _dcnsim_v1_AddIdentityResponse, _dcnsim_v1_CephxIdentity__Output, _dcnsim_v1_AddIdentityResponse__Output>
  Get: MethodDefinition<_dcnsim_v1_IdentityName, _dcnsim_v1_CephxIdentity, _dcnsim_v1_IdentityName__Output, _dcnsim_v1_CephxIdentity__Output>
  GetOrCreate: MethodDefinition<_dcnsim_v1_GetOrCreateIdentityRequest, _dcnsim_v1_CephxIdentity, _dcnsim_v1_GetOrCreateIdentityRequest__Output, _dcnsim_v1_CephxIdentity__Output>
  Import: MethodDefinition<_dcnsim_v1_ImportIdentitiesRequest, _dcnsim_v1_Done, _dcnsim_v1_ImportIdentitiesRequest__Output, _dcnsim_v1_Done__Output>
  List: MethodDefinition<_dcnsim_v1_ListIdentitiesRequest, _dcnsim_v1_ListIdentitiesResponse, _dcnsim_v1_ListIdentitiesRequest__Output, _dcnsim_v1_ListIdentitiesResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_IdentityName, _dcnsim_v1_RemoveIdentityResponse, _dcnsim_v1_IdentityName__Output, _dcnsim_v1_RemoveIdentityResponse__Output>
  SetCaps: MethodDefinition<_dcnsim_v1_SetCapsRequest, _dcnsim_v1_Done, _dcnsim_v1_SetCapsRequest__Output, _dcnsim_v1_Done__Output>
}
