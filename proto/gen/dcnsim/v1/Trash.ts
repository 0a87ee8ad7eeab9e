// Original file: proto/dcnsim/v1/trash.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListTrashRequest as _dcnsim_v1_ListTrashRequest, ListTrashRequest__Output as _dcnsim_v1_ListTrashRequest__Output } from '../../dcnsim/v1/ListTrashRequest.ts';
import type { ListTrashResponse as _dcnsim_v1_ListTrashResponse, ListTrashResponse__Output as _dcnsim_v1_ListTrashResponse__Output } from '../../dcnsim/v1/ListTrashResponse.ts';
import type { MoveToTrashRequest as _dcnsim_v1_MoveToTrashRequest, MoveToTrashRequest__Output as _dcnsim_v1_MoveToTrashRequest__Output } from '../../dcnsim/v1/MoveToTrashRequest.ts';
import type { PurgeTrashRequest as _dcnsim_v1_PurgeTrashRequest, PurgeTrashRequest__Output as _dcnsim_v1_PurgeTrashRequest__Output } from '../../dcnsim/v1/PurgeTrashRequest.ts';
import type { PurgeTrashResponse as _dcnsim_v1_PurgeTrashResponse, PurgeTrashResponse__Output as _dcnsim_v1_PurgeTrashResponse__Output } from '../../dcnsim/v1/PurgeTrashResponse.ts';
import type { RemoveFromTrashRequest as _dcnsim_v1_RemoveFromTrashRequest, RemoveFromTrashRequest__Output as _dcnsim_v1_RemoveFromTrashRequest__Output } from '../../dcnsim/v1/RemoveFromTrashRequest.ts';
import type { RestoreRequest as _dcnsim_v1_RestoreRequest, RestoreRequest__Output as _dcnsim_v1_RestoreRequest__Output } from '../../dcnsim/v1/RestoreRequest.ts';

/**
 * The trash of a cluster's pools, as services/ceph-sim/port/trash.ts defines it. Identities and failures as in
 * BlockStore.
 */
export interface TrashClient extends grpc.Client {
  /**
   * What lies in a pool's trash.
   */
  List(argument: _dcnsim_v1_ListTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What lies in a pool's trash.
   */
  list(argument: _dcnsim_v1_ListTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTrashResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes an image's name away and keeps the image. Fails with `invalid_argument` for a deferment that ends in the past.
   */
  Move(argument: _dcnsim_v1_MoveToTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Move(argument: _dcnsim_v1_MoveToTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Move(argument: _dcnsim_v1_MoveToTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Move(argument: _dcnsim_v1_MoveToTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes an image's name away and keeps the image. Fails with `invalid_argument` for a deferment that ends in the past.
   */
  move(argument: _dcnsim_v1_MoveToTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  move(argument: _dcnsim_v1_MoveToTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  move(argument: _dcnsim_v1_MoveToTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  move(argument: _dcnsim_v1_MoveToTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes what may go. Fails with `conflict` (ENOTEMPTY) when some of it could not; the rest is gone then.
   */
  Purge(argument: _dcnsim_v1_PurgeTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  Purge(argument: _dcnsim_v1_PurgeTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  Purge(argument: _dcnsim_v1_PurgeTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  Purge(argument: _dcnsim_v1_PurgeTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Removes what may go. Fails with `conflict` (ENOTEMPTY) when some of it could not; the rest is gone then.
   */
  purge(argument: _dcnsim_v1_PurgeTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  purge(argument: _dcnsim_v1_PurgeTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  purge(argument: _dcnsim_v1_PurgeTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  purge(argument: _dcnsim_v1_PurgeTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_PurgeTrashResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes an image for good. Fails with `conflict`: EPERM before its deferment ends, ENOTEMPTY while it has snapshots,
   * EBUSY while it is open, EMLINK while it is in a group.
   */
  Remove(argument: _dcnsim_v1_RemoveFromTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemoveFromTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemoveFromTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemoveFromTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes an image for good. Fails with `conflict`: EPERM before its deferment ends, ENOTEMPTY while it has snapshots,
   * EBUSY while it is open, EMLINK while it is in a group.
   */
  remove(argument: _dcnsim_v1_RemoveFromTrashRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemoveFromTrashRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemoveFromTrashRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemoveFromTrashRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives an image a name again. Fails with `already_exists`.
   */
  Restore(argument: _dcnsim_v1_RestoreRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Restore(argument: _dcnsim_v1_RestoreRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Restore(argument: _dcnsim_v1_RestoreRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Restore(argument: _dcnsim_v1_RestoreRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives an image a name again. Fails with `already_exists`.
   */
  restore(argument: _dcnsim_v1_RestoreRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  restore(argument: _dcnsim_v1_RestoreRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  restore(argument: _dcnsim_v1_RestoreRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  restore(argument: _dcnsim_v1_RestoreRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The trash of a cluster's pools, as services/ceph-sim/port/trash.ts defines it. Identities and failures as in
 * BlockStore.
 */
export interface TrashHandlers extends grpc.UntypedServiceImplementation {
  /**
   * What lies in a pool's trash.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListTrashRequest__Output, _dcnsim_v1_ListTrashResponse>;
  
  /**
   * Takes an image's name away and keeps the image. Fails with `invalid_argument` for a deferment that ends in the past.
   */
  Move: grpc.handleUnaryCall<_dcnsim_v1_MoveToTrashRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes what may go. Fails with `conflict` (ENOTEMPTY) when some of it could not; the rest is gone then.
   */
  Purge: grpc.handleUnaryCall<_dcnsim_v1_PurgeTrashRequest__Output, _dcnsim_v1_PurgeTrashResponse>;
  
  /**
   * Removes an image for good. Fails with `conflict`: EPERM before its deferment ends, ENOTEMPTY while it has snapshots,
   * EBUSY while it is open, EMLINK while it is in a group.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_RemoveFromTrashRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Gives an image a name again. Fails with `already_exists`.
   */
  Restore: grpc.handleUnaryCall<_dcnsim_v1_RestoreRequest__Output, _dcnsim_v1_Done>;
  
}

export interface TrashDefinition extends grpc.ServiceDefinition {
  List: MethodDefinition<_dcnsim_v1_ListTrashRequest, _dcnsim_v1_ListTrashResponse, _dcnsim_v1_ListTrashRequest__Output, _dcnsim_v1_ListTrashResponse__Output>
  Move: MethodDefinition<_dcnsim_v1_MoveToTrashRequest, _dcnsim_v1_Done, _dcnsim_v1_MoveToTrashRequest__Output, _dcnsim_v1_Done__Output>
  Purge: MethodDefinition<_dcnsim_v1_PurgeTrashRequest, _dcnsim_v1_PurgeTrashResponse, _dcnsim_v1_PurgeTrashRequest__Output, _dcnsim_v1_PurgeTrashResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_RemoveFromTrashRequest, _dcnsim_v1_Done, _dcnsim_v1_RemoveFromTrashRequest__Output, _dcnsim_v1_Done__Output>
  Restore: MethodDefinition<_dcnsim_v1_RestoreRequest, _dcnsim_v1_Done, _dcnsim_v1_RestoreRequest__Output, _dcnsim_v1_Done__Output>
}
