// Original file: proto/dcnsim/v1/diffs.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DiffExtents as _dcnsim_v1_DiffExtents, DiffExtents__Output as _dcnsim_v1_DiffExtents__Output } from '../../dcnsim/v1/DiffExtents.ts';
import type { DiffPiece as _dcnsim_v1_DiffPiece, DiffPiece__Output as _dcnsim_v1_DiffPiece__Output } from '../../dcnsim/v1/DiffPiece.ts';
import type { DiffRequest as _dcnsim_v1_DiffRequest, DiffRequest__Output as _dcnsim_v1_DiffRequest__Output } from '../../dcnsim/v1/DiffRequest.ts';
import type { DiffUsageRequest as _dcnsim_v1_DiffUsageRequest, DiffUsageRequest__Output as _dcnsim_v1_DiffUsageRequest__Output } from '../../dcnsim/v1/DiffUsageRequest.ts';
import type { DiffUsageResponse as _dcnsim_v1_DiffUsageResponse, DiffUsageResponse__Output as _dcnsim_v1_DiffUsageResponse__Output } from '../../dcnsim/v1/DiffUsageResponse.ts';

/**
 * What of an image changed, as services/ceph-sim/port/diffs.ts defines it. Identities and failures as in BlockStore.
 */
export interface DiffsClient extends grpc.Client {
  /**
   * The changes that lead to an image or a snapshot, in ascending order. Fails with `not_found` for the snapshot to start
   * from; `invalid_argument` when it is not older.
   */
  List(argument: _dcnsim_v1_DiffRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffExtents__Output>;
  List(argument: _dcnsim_v1_DiffRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffExtents__Output>;
  /**
   * The changes that lead to an image or a snapshot, in ascending order. Fails with `not_found` for the snapshot to start
   * from; `invalid_argument` when it is not older.
   */
  list(argument: _dcnsim_v1_DiffRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffExtents__Output>;
  list(argument: _dcnsim_v1_DiffRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffExtents__Output>;
  
  /**
   * The same with content: each extent that exists is followed by its bytes, in order and without gaps.
   */
  Read(argument: _dcnsim_v1_DiffRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffPiece__Output>;
  Read(argument: _dcnsim_v1_DiffRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffPiece__Output>;
  /**
   * The same with content: each extent that exists is followed by its bytes, in order and without gaps.
   */
  read(argument: _dcnsim_v1_DiffRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffPiece__Output>;
  read(argument: _dcnsim_v1_DiffRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_DiffPiece__Output>;
  
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  Usage(argument: _dcnsim_v1_DiffUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  Usage(argument: _dcnsim_v1_DiffUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  Usage(argument: _dcnsim_v1_DiffUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  Usage(argument: _dcnsim_v1_DiffUsageRequest, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  usage(argument: _dcnsim_v1_DiffUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  usage(argument: _dcnsim_v1_DiffUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  usage(argument: _dcnsim_v1_DiffUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  usage(argument: _dcnsim_v1_DiffUsageRequest, callback: grpc.requestCallback<_dcnsim_v1_DiffUsageResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What of an image changed, as services/ceph-sim/port/diffs.ts defines it. Identities and failures as in BlockStore.
 */
export interface DiffsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The changes that lead to an image or a snapshot, in ascending order. Fails with `not_found` for the snapshot to start
   * from; `invalid_argument` when it is not older.
   */
  List: grpc.handleServerStreamingCall<_dcnsim_v1_DiffRequest__Output, _dcnsim_v1_DiffExtents>;
  
  /**
   * The same with content: each extent that exists is followed by its bytes, in order and without gaps.
   */
  Read: grpc.handleServerStreamingCall<_dcnsim_v1_DiffRequest__Output, _dcnsim_v1_DiffPiece>;
  
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  Usage: grpc.handleUnaryCall<_dcnsim_v1_DiffUsageRequest__Output, _dcnsim_v1_DiffUsageResponse>;
  
}

export interface DiffsDefinition extends grpc.ServiceDefinition {
  List: MethodDefinition<_dcnsim_v1_DiffRequest, _dcnsim_v1_DiffExtents, _dcnsim_v1_DiffRequest__Output, _dcnsim_v1_DiffExtents__Output>
  Read: MethodDefinition<_dcnsim_v1_DiffRequest, _dcnsim_v1_DiffPiece, _dcnsim_v1_DiffRequest__Output, _dcnsim_v1_DiffPiece__Output>
  Usage: MethodDefinition<_dcnsim_v1_DiffUsageRequest, _dcnsim_v1_DiffUsageResponse, _dcnsim_v1_DiffUsageRequest__Output, _dcnsim_v1_DiffUsageResponse__Output>
}
