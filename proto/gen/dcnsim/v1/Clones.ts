// Original file: proto/dcnsim/v1/clones.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GetMinCompatClientRequest as _dcnsim_v1_GetMinCompatClientRequest, GetMinCompatClientRequest__Output as _dcnsim_v1_GetMinCompatClientRequest__Output } from '../../dcnsim/v1/GetMinCompatClientRequest.ts';
import type { ListClonesRequest as _dcnsim_v1_ListClonesRequest, ListClonesRequest__Output as _dcnsim_v1_ListClonesRequest__Output } from '../../dcnsim/v1/ListClonesRequest.ts';
import type { ListClonesResponse as _dcnsim_v1_ListClonesResponse, ListClonesResponse__Output as _dcnsim_v1_ListClonesResponse__Output } from '../../dcnsim/v1/ListClonesResponse.ts';
import type { ReleaseName as _dcnsim_v1_ReleaseName, ReleaseName__Output as _dcnsim_v1_ReleaseName__Output } from '../../dcnsim/v1/ReleaseName.ts';

/**
 * Clones of a cluster's images, as services/ceph-sim/port/clones.ts defines them. Identities and failures as in
 * BlockStore.
 */
export interface ClonesClient extends grpc.Client {
  /**
   * The oldest release whose clients may connect.
   */
  GetMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  GetMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  GetMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  GetMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  /**
   * The oldest release whose clients may connect.
   */
  getMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  getMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  getMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  getMinCompatClient(argument: _dcnsim_v1_GetMinCompatClientRequest, callback: grpc.requestCallback<_dcnsim_v1_ReleaseName__Output>): grpc.ClientUnaryCall;
  
  /**
   * Clones of a snapshot, or of all of an image's. Needs leave to look for children in every pool.
   */
  ListChildren(argument: _dcnsim_v1_ListClonesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListClonesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListClonesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListClonesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Clones of a snapshot, or of all of an image's. Needs leave to look for children in every pool.
   */
  listChildren(argument: _dcnsim_v1_ListClonesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListClonesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListClonesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListClonesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListClonesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Fails with `invalid_argument` for what is no release.
   */
  SetMinCompatClient(argument: _dcnsim_v1_ReleaseName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetMinCompatClient(argument: _dcnsim_v1_ReleaseName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetMinCompatClient(argument: _dcnsim_v1_ReleaseName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetMinCompatClient(argument: _dcnsim_v1_ReleaseName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `invalid_argument` for what is no release.
   */
  setMinCompatClient(argument: _dcnsim_v1_ReleaseName, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setMinCompatClient(argument: _dcnsim_v1_ReleaseName, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setMinCompatClient(argument: _dcnsim_v1_ReleaseName, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setMinCompatClient(argument: _dcnsim_v1_ReleaseName, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Clones of a cluster's images, as services/ceph-sim/port/clones.ts defines them. Identities and failures as in
 * BlockStore.
 */
export interface ClonesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The oldest release whose clients may connect.
   */
  GetMinCompatClient: grpc.handleUnaryCall<_dcnsim_v1_GetMinCompatClientRequest__Output, _dcnsim_v1_ReleaseName>;
  
  /**
   * Clones of a snapshot, or of all of an image's. Needs leave to look for children in every pool.
   */
  ListChildren: grpc.handleUnaryCall<_dcnsim_v1_ListClonesRequest__Output, _dcnsim_v1_ListClonesResponse>;
  
  /**
   * Fails with `invalid_argument` for what is no release.
   */
  SetMinCompatClient: grpc.handleUnaryCall<_dcnsim_v1_ReleaseName__Output, _dcnsim_v1_Done>;
  
}

export interface ClonesDefinition extends grpc.ServiceDefinition {
  GetMinCompatClient: MethodDefinition<_dcnsim_v1_GetMinCompatClientRequest, _dcnsim_v1_ReleaseName, _dcnsim_v1_GetMinCompatClientRequest__Output, _dcnsim_v1_ReleaseName__Output>
  ListChildren: MethodDefinition<_dcnsim_v1_ListClonesRequest, _dcnsim_v1_ListClonesResponse, _dcnsim_v1_ListClonesRequest__Output, _dcnsim_v1_ListClonesResponse__Output>
  SetMinCompatClient: MethodDefinition<_dcnsim_v1_ReleaseName, _dcnsim_v1_Done, _dcnsim_v1_ReleaseName__Output, _dcnsim_v1_Done__Output>
}
