// Original file: proto/dcnsim/v1/namespaces.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListNamespacesRequest as _dcnsim_v1_ListNamespacesRequest, ListNamespacesRequest__Output as _dcnsim_v1_ListNamespacesRequest__Output } from '../../dcnsim/v1/ListNamespacesRequest.ts';
import type { ListNamespacesResponse as _dcnsim_v1_ListNamespacesResponse, ListNamespacesResponse__Output as _dcnsim_v1_ListNamespacesResponse__Output } from '../../dcnsim/v1/ListNamespacesResponse.ts';
import type { NamespaceSpec as _dcnsim_v1_NamespaceSpec, NamespaceSpec__Output as _dcnsim_v1_NamespaceSpec__Output } from '../../dcnsim/v1/NamespaceSpec.ts';

/**
 * Name spaces of a cluster's pools, as services/ceph-sim/port/namespaces.ts defines them. Identities and failures as in
 * BlockStore.
 */
export interface NamespacesClient extends grpc.Client {
  /**
   * Makes an empty name space. Fails with `already_exists`; `invalid_argument` for the name.
   */
  Create(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NamespaceSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NamespaceSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an empty name space. Fails with `already_exists`; `invalid_argument` for the name.
   */
  create(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NamespaceSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NamespaceSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * A pool's name spaces without the default one.
   */
  List(argument: _dcnsim_v1_ListNamespacesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListNamespacesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListNamespacesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListNamespacesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A pool's name spaces without the default one.
   */
  list(argument: _dcnsim_v1_ListNamespacesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListNamespacesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListNamespacesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListNamespacesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes an empty name space. Fails with `conflict` (EBUSY) while it has images.
   */
  Remove(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_NamespaceSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_NamespaceSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes an empty name space. Fails with `conflict` (EBUSY) while it has images.
   */
  remove(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_NamespaceSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_NamespaceSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_NamespaceSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Name spaces of a cluster's pools, as services/ceph-sim/port/namespaces.ts defines them. Identities and failures as in
 * BlockStore.
 */
export interface NamespacesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes an empty name space. Fails with `already_exists`; `invalid_argument` for the name.
   */
  Create: grpc.handleUnaryCall<_dcnsim_v1_NamespaceSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * A pool's name spaces without the default one.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListNamespacesRequest__Output, _dcnsim_v1_ListNamespacesResponse>;
  
  /**
   * Removes an empty name space. Fails with `conflict` (EBUSY) while it has images.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_NamespaceSpec__Output, _dcnsim_v1_Done>;
  
}

export interface NamespacesDefinition extends grpc.ServiceDefinition {
  Create: MethodDefinition<_dcnsim_v1_NamespaceSpec, _dcnsim_v1_Done, _dcnsim_v1_NamespaceSpec__Output, _dcnsim_v1_Done__Output>
  List: MethodDefinition<_dcnsim_v1_ListNamespacesRequest, _dcnsim_v1_ListNamespacesResponse, _dcnsim_v1_ListNamespacesRequest__Output, _dcnsim_v1_ListNamespacesResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_NamespaceSpec, _dcnsim_v1_Done, _dcnsim_v1_NamespaceSpec__Output, _dcnsim_v1_Done__Output>
}
