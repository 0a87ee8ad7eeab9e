// Original file: proto/dcnsim/v1/copies.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CopyProgress as _dcnsim_v1_CopyProgress, CopyProgress__Output as _dcnsim_v1_CopyProgress__Output } from '../../dcnsim/v1/CopyProgress.ts';
import type { CopyRequest as _dcnsim_v1_CopyRequest, CopyRequest__Output as _dcnsim_v1_CopyRequest__Output } from '../../dcnsim/v1/CopyRequest.ts';
import type { SparsifyRequest as _dcnsim_v1_SparsifyRequest, SparsifyRequest__Output as _dcnsim_v1_SparsifyRequest__Output } from '../../dcnsim/v1/SparsifyRequest.ts';

/**
 * Copies inside a cluster, as services/ceph-sim/port/copies.ts defines them. Identities and failures as in BlockStore.
 * Each call streams how far it has come; one that is cancelled or fails stays half done.
 */
export interface CopiesClient extends grpc.Client {
  /**
   * A flat copy of an image or snapshot with its metadata. Fails with `already_exists`; else as BlockStore.CreateImage.
   */
  Copy(argument: _dcnsim_v1_CopyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  Copy(argument: _dcnsim_v1_CopyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  /**
   * A flat copy of an image or snapshot with its metadata. Fails with `already_exists`; else as BlockStore.CreateImage.
   */
  copy(argument: _dcnsim_v1_CopyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  copy(argument: _dcnsim_v1_CopyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  
  /**
   * A copy with its snapshots, and a clone of the same parent unless it is to be flat. Fails as Copy.
   */
  DeepCopy(argument: _dcnsim_v1_CopyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  DeepCopy(argument: _dcnsim_v1_CopyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  /**
   * A copy with its snapshots, and a clone of the same parent unless it is to be flat. Fails as Copy.
   */
  deepCopy(argument: _dcnsim_v1_CopyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  deepCopy(argument: _dcnsim_v1_CopyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  
  /**
   * Gives back the room of zeros at an image's head.
   */
  Sparsify(argument: _dcnsim_v1_SparsifyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  Sparsify(argument: _dcnsim_v1_SparsifyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  /**
   * Gives back the room of zeros at an image's head.
   */
  sparsify(argument: _dcnsim_v1_SparsifyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  sparsify(argument: _dcnsim_v1_SparsifyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_CopyProgress__Output>;
  
}

/**
 * Copies inside a cluster, as services/ceph-sim/port/copies.ts defines them. Identities and failures as in BlockStore.
 * Each call streams how far it has come; one that is cancelled or fails stays half done.
 */
export interface CopiesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * A flat copy of an image or snapshot with its metadata. Fails with `already_exists`; else as BlockStore.CreateImage.
   */
  Copy: grpc.handleServerStreamingCall<_dcnsim_v1_CopyRequest__Output, _dcnsim_v1_CopyProgress>;
  
  /**
   * A copy with its snapshots, and a clone of the same parent unless it is to be flat. Fails as Copy.
   */
  DeepCopy: grpc.handleServerStreamingCall<_dcnsim_v1_CopyRequest__Output, _dcnsim_v1_CopyProgress>;
  
  /**
   * Gives back the room of zeros at an image's head.
   */
  Sparsify: grpc.handleServerStreamingCall<_dcnsim_v1_SparsifyRequest__Output, _dcnsim_v1_CopyProgress>;
  
}

export interface CopiesDefinition extends grpc.ServiceDefinition {
  Copy: MethodDefinition<_dcnsim_v1_CopyRequest, _dcnsim_v1_CopyProgress, _dcnsim_v1_CopyRequest__Output, _dcnsim_v1_CopyProgress__Output>
  DeepCopy: MethodDefinition<_dcnsim_v1_CopyRequest, _dcnsim_v1_CopyProgress, _dcnsim_v1_CopyRequest__Output, _dcnsim_v1_CopyProgress__Output>
  Sparsify: MethodDefinition<_dcnsim_v1_SparsifyRequest, _dcnsim_v1_CopyProgress, _dcnsim_v1_SparsifyRequest__Output, _dcnsim_v1_CopyProgress__Output>
}
