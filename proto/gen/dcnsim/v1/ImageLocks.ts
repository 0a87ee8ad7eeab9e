// Original file: proto/dcnsim/v1/image_locks.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddImageLockRequest as _dcnsim_v1_AddImageLockRequest, AddImageLockRequest__Output as _dcnsim_v1_AddImageLockRequest__Output } from '../../dcnsim/v1/AddImageLockRequest.ts';
import type { BreakImageLockRequest as _dcnsim_v1_BreakImageLockRequest, BreakImageLockRequest__Output as _dcnsim_v1_BreakImageLockRequest__Output } from '../../dcnsim/v1/BreakImageLockRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GetImageLockResponse as _dcnsim_v1_GetImageLockResponse, GetImageLockResponse__Output as _dcnsim_v1_GetImageLockResponse__Output } from '../../dcnsim/v1/GetImageLockResponse.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * The advisory lock of an image's header, as services/ceph-sim/port/image-locks.ts defines it. Identities and failures
 * as in BlockStore.
 */
export interface ImageLocksClient extends grpc.Client {
  /**
   * Sets the lock by hand. Fails with `conflict` (EBUSY) when it is held, unless shared under the same tag.
   */
  Add(argument: _dcnsim_v1_AddImageLockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddImageLockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddImageLockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddImageLockRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Sets the lock by hand. Fails with `conflict` (EBUSY) when it is held, unless shared under the same tag.
   */
  add(argument: _dcnsim_v1_AddImageLockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddImageLockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddImageLockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddImageLockRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a lock from its holder, whose address is block-listed. Fails with `not_found`.
   */
  Break(argument: _dcnsim_v1_BreakImageLockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Break(argument: _dcnsim_v1_BreakImageLockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Break(argument: _dcnsim_v1_BreakImageLockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Break(argument: _dcnsim_v1_BreakImageLockRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a lock from its holder, whose address is block-listed. Fails with `not_found`.
   */
  break(argument: _dcnsim_v1_BreakImageLockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  break(argument: _dcnsim_v1_BreakImageLockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  break(argument: _dcnsim_v1_BreakImageLockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  break(argument: _dcnsim_v1_BreakImageLockRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Who has the lock, managed or set by hand.
   */
  Get(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Who has the lock, managed or set by hand.
   */
  get(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_GetImageLockResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The advisory lock of an image's header, as services/ceph-sim/port/image-locks.ts defines it. Identities and failures
 * as in BlockStore.
 */
export interface ImageLocksHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Sets the lock by hand. Fails with `conflict` (EBUSY) when it is held, unless shared under the same tag.
   */
  Add: grpc.handleUnaryCall<_dcnsim_v1_AddImageLockRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes a lock from its holder, whose address is block-listed. Fails with `not_found`.
   */
  Break: grpc.handleUnaryCall<_dcnsim_v1_BreakImageLockRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Who has the lock, managed or set by hand.
   */
  Get: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_GetImageLockResponse>;
  
}

export interface ImageLocksDefinition extends grpc.ServiceDefinition {
  Add: MethodDefinition<_dcnsim_v1_AddImageLockRequest, _dcnsim_v1_Done, _dcnsim_v1_AddImageLockRequest__Output, _dcnsim_v1_Done__Output>
  Break: MethodDefinition<_dcnsim_v1_BreakImageLockRequest, _dcnsim_v1_Done, _dcnsim_v1_BreakImageLockRequest__Output, _dcnsim_v1_Done__Output>
  Get: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_GetImageLockResponse, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_GetImageLockResponse__Output>
}
