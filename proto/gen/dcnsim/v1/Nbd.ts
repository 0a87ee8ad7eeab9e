// Original file: proto/dcnsim/v1/nbd.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { NbdLease as _dcnsim_v1_NbdLease, NbdLease__Output as _dcnsim_v1_NbdLease__Output } from '../../dcnsim/v1/NbdLease.ts';
import type { OpenNbdRequest as _dcnsim_v1_OpenNbdRequest, OpenNbdRequest__Output as _dcnsim_v1_OpenNbdRequest__Output } from '../../dcnsim/v1/OpenNbdRequest.ts';
import type { OpenNbdResponse as _dcnsim_v1_OpenNbdResponse, OpenNbdResponse__Output as _dcnsim_v1_OpenNbdResponse__Output } from '../../dcnsim/v1/OpenNbdResponse.ts';

/**
 * Has a cluster's own process serve images over NBD, for callers on the same machine. What is served ends with its
 * lease, so that nothing is left of a caller that was killed. Identities and failures as in BlockStore.
 */
export interface NbdClient extends grpc.Client {
  /**
   * Ends the connections, closes the images. Nothing happens when that was done before.
   */
  Close(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Close(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Close(argument: _dcnsim_v1_NbdLease, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Close(argument: _dcnsim_v1_NbdLease, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Opens images with the caller's rights and listens. Fails with `conflict` (EBUSY) for an image that somebody else has
   * open or an address in use; `forbidden` for a caller from another machine.
   */
  Open(argument: _dcnsim_v1_OpenNbdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  Open(argument: _dcnsim_v1_OpenNbdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  Open(argument: _dcnsim_v1_OpenNbdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  Open(argument: _dcnsim_v1_OpenNbdRequest, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Opens images with the caller's rights and listens. Fails with `conflict` (EBUSY) for an image that somebody else has
   * open or an address in use; `forbidden` for a caller from another machine.
   */
  open(argument: _dcnsim_v1_OpenNbdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  open(argument: _dcnsim_v1_OpenNbdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  open(argument: _dcnsim_v1_OpenNbdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  open(argument: _dcnsim_v1_OpenNbdRequest, callback: grpc.requestCallback<_dcnsim_v1_OpenNbdResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keeps what is served for another while. Fails with `not_found` when it has ended.
   */
  Renew(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Renew(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Renew(argument: _dcnsim_v1_NbdLease, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Renew(argument: _dcnsim_v1_NbdLease, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Keeps what is served for another while. Fails with `not_found` when it has ended.
   */
  renew(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renew(argument: _dcnsim_v1_NbdLease, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renew(argument: _dcnsim_v1_NbdLease, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renew(argument: _dcnsim_v1_NbdLease, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Has a cluster's own process serve images over NBD, for callers on the same machine. What is served ends with its
 * lease, so that nothing is left of a caller that was killed. Identities and failures as in BlockStore.
 */
export interface NbdHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Ends the connections, closes the images. Nothing happens when that was done before.
   */
  Close: grpc.handleUnaryCall<_dcnsim_v1_NbdLease__Output, _dcnsim_v1_Done>;
  
  /**
   * Opens images with the caller's rights and listens. Fails with `conflict` (EBUSY) for an image that somebody else has
   * open or an address in use; `forbidden` for a caller from another machine.
   */
  Open: grpc.handleUnaryCall<_dcnsim_v1_OpenNbdRequest__Output, _dcnsim_v1_OpenNbdResponse>;
  
  /**
   * Keeps what is served for another while. Fails with `not_found` when it has ended.
   */
  Renew: grpc.handleUnaryCall<_dcnsim_v1_NbdLease__Output, _dcnsim_v1_Done>;
  
}

export interface NbdDefinition extends grpc.ServiceDefinition {
  Close: MethodDefinition<_dcnsim_v1_NbdLease, _dcnsim_v1_Done, _dcnsim_v1_NbdLease__Output, _dcnsim_v1_Done__Output>
  Open: MethodDefinition<_dcnsim_v1_OpenNbdRequest, _dcnsim_v1_OpenNbdResponse, _dcnsim_v1_OpenNbdRequest__Output, _dcnsim_v1_OpenNbdResponse__Output>
  Renew: MethodDefinition<_dcnsim_v1_NbdLease, _dcnsim_v1_Done, _dcnsim_v1_NbdLease__Output, _dcnsim_v1_Done__Output>
}
