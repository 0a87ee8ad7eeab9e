// Original file: proto/dcnsim/v1/image_clients.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { HoldRequest as _dcnsim_v1_HoldRequest, HoldRequest__Output as _dcnsim_v1_HoldRequest__Output } from '../../dcnsim/v1/HoldRequest.ts';
import type { ImageWatcher as _dcnsim_v1_ImageWatcher, ImageWatcher__Output as _dcnsim_v1_ImageWatcher__Output } from '../../dcnsim/v1/ImageWatcher.ts';
import type { ListWatchersResponse as _dcnsim_v1_ListWatchersResponse, ListWatchersResponse__Output as _dcnsim_v1_ListWatchersResponse__Output } from '../../dcnsim/v1/ListWatchersResponse.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { ReleaseRequest as _dcnsim_v1_ReleaseRequest, ReleaseRequest__Output as _dcnsim_v1_ReleaseRequest__Output } from '../../dcnsim/v1/ReleaseRequest.ts';

/**
 * Clients that keep an image open, as services/ceph-sim/port/image-clients.ts defines them. Identities and failures as
 * in BlockStore.
 */
export interface ImageClientsClient extends grpc.Client {
  /**
   * Opens an image for writing and keeps it open. The first answer says who the client is; the stream then lasts until
   * the image is open no more. A stream that breaks without Release is a client that died: it stays a watcher for 30
   * more seconds. Fails with `conflict` (EROFS) where another client keeps the lock that is asked for.
   */
  Hold(argument: _dcnsim_v1_HoldRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ImageWatcher__Output>;
  Hold(argument: _dcnsim_v1_HoldRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ImageWatcher__Output>;
  /**
   * Opens an image for writing and keeps it open. The first answer says who the client is; the stream then lasts until
   * the image is open no more. A stream that breaks without Release is a client that died: it stays a watcher for 30
   * more seconds. Fails with `conflict` (EROFS) where another client keeps the lock that is asked for.
   */
  hold(argument: _dcnsim_v1_HoldRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ImageWatcher__Output>;
  hold(argument: _dcnsim_v1_HoldRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ImageWatcher__Output>;
  
  /**
   * Everyone who has the image open, in the order in which they came.
   */
  ListWatchers(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  ListWatchers(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  ListWatchers(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  ListWatchers(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Everyone who has the image open, in the order in which they came.
   */
  listWatchers(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  listWatchers(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  listWatchers(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  listWatchers(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListWatchersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Closes an image that a stream of Hold keeps open. Of one that is over, nothing changes.
   */
  Release(argument: _dcnsim_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Release(argument: _dcnsim_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Release(argument: _dcnsim_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Release(argument: _dcnsim_v1_ReleaseRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Closes an image that a stream of Hold keeps open. Of one that is over, nothing changes.
   */
  release(argument: _dcnsim_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  release(argument: _dcnsim_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  release(argument: _dcnsim_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  release(argument: _dcnsim_v1_ReleaseRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Clients that keep an image open, as services/ceph-sim/port/image-clients.ts defines them. Identities and failures as
 * in BlockStore.
 */
export interface ImageClientsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Opens an image for writing and keeps it open. The first answer says who the client is; the stream then lasts until
   * the image is open no more. A stream that breaks without Release is a client that died: it stays a watcher for 30
   * more seconds. Fails with `conflict` (EROFS) where another client keeps the lock that is asked for.
   */
  Hold: grpc.handleServerStreamingCall<_dcnsim_v1_HoldRequest__Output, _dcnsim_v1_ImageWatcher>;
  
  /**
   * Everyone who has the image open, in the order in which they came.
   */
  ListWatchers: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListWatchersResponse>;
  
  /**
   * Closes an image that a stream of Hold keeps open. Of one that is over, nothing changes.
   */
  Release: grpc.handleUnaryCall<_dcnsim_v1_ReleaseRequest__Output, _dcnsim_v1_Done>;
  
}

export interface ImageClientsDefinition extends grpc.ServiceDefinition {
  Hold: MethodDefinition<_dcnsim_v1_HoldRequest, _dcnsim_v1_ImageWatcher, _dcnsim_v1_HoldRequest__Output, _dcnsim_v1_ImageWatcher__Output>
  ListWatchers: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_ListWatchersResponse, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListWatchersResponse__Output>
  Release: MethodDefinition<_dcnsim_v1_ReleaseRequest, _dcnsim_v1_Done, _dcnsim_v1_ReleaseRequest__Output, _dcnsim_v1_Done__Output>
}
