// Original file: proto/dcnsim/v1/mirroring.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { EnablePoolMirroringRequest as _dcnsim_v1_EnablePoolMirroringRequest, EnablePoolMirroringRequest__Output as _dcnsim_v1_EnablePoolMirroringRequest__Output } from '../../dcnsim/v1/EnablePoolMirroringRequest.ts';
import type { MirroredPoolSpec as _dcnsim_v1_MirroredPoolSpec, MirroredPoolSpec__Output as _dcnsim_v1_MirroredPoolSpec__Output } from '../../dcnsim/v1/MirroredPoolSpec.ts';
import type { PoolMirroring as _dcnsim_v1_PoolMirroring, PoolMirroring__Output as _dcnsim_v1_PoolMirroring__Output } from '../../dcnsim/v1/PoolMirroring.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Which pools and images are meant to be mirrored, as services/ceph-sim/port/mirroring.ts defines it. Identities and
 * failures as in BlockStore.
 */
export interface MirroringClient extends grpc.Client {
  /**
   * Removes the snapshots of mirroring.
   */
  DisableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes the snapshots of mirroring.
   */
  disableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Also ends the mirroring of the pool's images.
   */
  DisablePool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisablePool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisablePool(argument: _dcnsim_v1_MirroredPoolSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisablePool(argument: _dcnsim_v1_MirroredPoolSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Also ends the mirroring of the pool's images.
   */
  disablePool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disablePool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disablePool(argument: _dcnsim_v1_MirroredPoolSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disablePool(argument: _dcnsim_v1_MirroredPoolSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Mirrors an image by snapshots, and takes the first one. Fails with `invalid_argument` unless the pool's mode is
   * `image`.
   */
  EnableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Mirrors an image by snapshots, and takes the first one. Fails with `invalid_argument` unless the pool's mode is
   * `image`.
   */
  enableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Mirrors a pool from now on, or in another mode.
   */
  EnablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Mirrors a pool from now on, or in another mode.
   */
  enablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enablePool(argument: _dcnsim_v1_EnablePoolMirroringRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * How a pool is mirrored.
   */
  GetPool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  GetPool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  GetPool(argument: _dcnsim_v1_MirroredPoolSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  GetPool(argument: _dcnsim_v1_MirroredPoolSpec, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  /**
   * How a pool is mirrored.
   */
  getPool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  getPool(argument: _dcnsim_v1_MirroredPoolSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  getPool(argument: _dcnsim_v1_MirroredPoolSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  getPool(argument: _dcnsim_v1_MirroredPoolSpec, callback: grpc.requestCallback<_dcnsim_v1_PoolMirroring__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Which pools and images are meant to be mirrored, as services/ceph-sim/port/mirroring.ts defines it. Identities and
 * failures as in BlockStore.
 */
export interface MirroringHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Removes the snapshots of mirroring.
   */
  DisableImage: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Also ends the mirroring of the pool's images.
   */
  DisablePool: grpc.handleUnaryCall<_dcnsim_v1_MirroredPoolSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Mirrors an image by snapshots, and takes the first one. Fails with `invalid_argument` unless the pool's mode is
   * `image`.
   */
  EnableImage: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Mirrors a pool from now on, or in another mode.
   */
  EnablePool: grpc.handleUnaryCall<_dcnsim_v1_EnablePoolMirroringRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * How a pool is mirrored.
   */
  GetPool: grpc.handleUnaryCall<_dcnsim_v1_MirroredPoolSpec__Output, _dcnsim_v1_PoolMirroring>;
  
}

export interface MirroringDefinition extends grpc.ServiceDefinition {
  DisableImage: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  DisablePool: MethodDefinition<_dcnsim_v1_MirroredPoolSpec, _dcnsim_v1_Done, _dcnsim_v1_MirroredPoolSpec__Output, _dcnsim_v1_Done__Output>
  EnableImage: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  EnablePool: MethodDefinition<_dcnsim_v1_EnablePoolMirroringRequest, _dcnsim_v1_Done, _dcnsim_v1_EnablePoolMirroringRequest__Output, _dcnsim_v1_Done__Output>
  GetPool: MethodDefinition<_dcnsim_v1_MirroredPoolSpec, _dcnsim_v1_PoolMirroring, _dcnsim_v1_MirroredPoolSpec__Output, _dcnsim_v1_PoolMirroring__Output>
}
