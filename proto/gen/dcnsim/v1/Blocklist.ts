// Original file: proto/dcnsim/v1/blocklist.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddToBlocklistRequest as _dcnsim_v1_AddToBlocklistRequest, AddToBlocklistRequest__Output as _dcnsim_v1_AddToBlocklistRequest__Output } from '../../dcnsim/v1/AddToBlocklistRequest.ts';
import type { BlocklistAddress as _dcnsim_v1_BlocklistAddress, BlocklistAddress__Output as _dcnsim_v1_BlocklistAddress__Output } from '../../dcnsim/v1/BlocklistAddress.ts';
import type { BlocklistEntry as _dcnsim_v1_BlocklistEntry, BlocklistEntry__Output as _dcnsim_v1_BlocklistEntry__Output } from '../../dcnsim/v1/BlocklistEntry.ts';
import type { ClearBlocklistRequest as _dcnsim_v1_ClearBlocklistRequest, ClearBlocklistRequest__Output as _dcnsim_v1_ClearBlocklistRequest__Output } from '../../dcnsim/v1/ClearBlocklistRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListBlocklistRequest as _dcnsim_v1_ListBlocklistRequest, ListBlocklistRequest__Output as _dcnsim_v1_ListBlocklistRequest__Output } from '../../dcnsim/v1/ListBlocklistRequest.ts';
import type { ListBlocklistResponse as _dcnsim_v1_ListBlocklistResponse, ListBlocklistResponse__Output as _dcnsim_v1_ListBlocklistResponse__Output } from '../../dcnsim/v1/ListBlocklistResponse.ts';

/**
 * Client addresses that a cluster serves no more, as services/ceph-sim/port/blocklist.ts defines them. Identities and
 * failures as in BlockStore.
 */
export interface BlocklistClient extends grpc.Client {
  /**
   * Adds an address, or changes until when it stays.
   */
  Add(argument: _dcnsim_v1_AddToBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddToBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddToBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddToBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  /**
   * Adds an address, or changes until when it stays.
   */
  add(argument: _dcnsim_v1_AddToBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddToBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddToBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddToBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_BlocklistEntry__Output>): grpc.ClientUnaryCall;
  
  /**
   * Empties the list.
   */
  Clear(argument: _dcnsim_v1_ClearBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clear(argument: _dcnsim_v1_ClearBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clear(argument: _dcnsim_v1_ClearBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clear(argument: _dcnsim_v1_ClearBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Empties the list.
   */
  clear(argument: _dcnsim_v1_ClearBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clear(argument: _dcnsim_v1_ClearBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clear(argument: _dcnsim_v1_ClearBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clear(argument: _dcnsim_v1_ClearBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * What has not expired, by address.
   */
  List(argument: _dcnsim_v1_ListBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What has not expired, by address.
   */
  list(argument: _dcnsim_v1_ListBlocklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListBlocklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListBlocklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListBlocklistRequest, callback: grpc.requestCallback<_dcnsim_v1_ListBlocklistResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Fails with `not_found`.
   */
  Remove(argument: _dcnsim_v1_BlocklistAddress, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_BlocklistAddress, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_BlocklistAddress, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_BlocklistAddress, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `not_found`.
   */
  remove(argument: _dcnsim_v1_BlocklistAddress, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_BlocklistAddress, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_BlocklistAddress, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_BlocklistAddress, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Client addresses that a cluster serves no more, as services/ceph-sim/port/blocklist.ts defines them. Identities and
 * failures as in BlockStore.
 */
export interface BlocklistHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds an address, or changes until when it stays.
   */
  Add: grpc.handleUnaryCall<_dcnsim_v1_AddToBlocklistRequest__Output, _dcnsim_v1_BlocklistEntry>;
  
  /**
   * Empties the list.
   */
  Clear: grpc.handleUnaryCall<_dcnsim_v1_ClearBlocklistRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * What has not expired, by address.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListBlocklistRequest__Output, _dcnsim_v1_ListBlocklistResponse>;
  
  /**
   * Fails with `not_found`.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_BlocklistAddress__Output, _dcnsim_v1_Done>;
  
}

export interface BlocklistDefinition extends grpc.ServiceDefinition {
  Add: MethodDefinition<_dcnsim_v1_AddToBlocklistRequest, _dcnsim_v1_BlocklistEntry, _dcnsim_v1_AddToBlocklistRequest__Output, _dcnsim_v1_BlocklistEntry__Output>
  Clear: MethodDefinition<_dcnsim_v1_ClearBlocklistRequest, _dcnsim_v1_Done, _dcnsim_v1_ClearBlocklistRequest__Output, _dcnsim_v1_Done__Output>
  List: MethodDefinition<_dcnsim_v1_ListBlocklistRequest, _dcnsim_v1_ListBlocklistResponse, _dcnsim_v1_ListBlocklistRequest__Output, _dcnsim_v1_ListBlocklistResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_BlocklistAddress, _dcnsim_v1_Done, _dcnsim_v1_BlocklistAddress__Output, _dcnsim_v1_Done__Output>
}
