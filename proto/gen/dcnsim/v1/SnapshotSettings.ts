// Original file: proto/dcnsim/v1/snapshot_settings.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { RenameSnapshotRequest as _dcnsim_v1_RenameSnapshotRequest, RenameSnapshotRequest__Output as _dcnsim_v1_RenameSnapshotRequest__Output } from '../../dcnsim/v1/RenameSnapshotRequest.ts';
import type { SetSnapshotLimitRequest as _dcnsim_v1_SetSnapshotLimitRequest, SetSnapshotLimitRequest__Output as _dcnsim_v1_SetSnapshotLimitRequest__Output } from '../../dcnsim/v1/SetSnapshotLimitRequest.ts';

/**
 * What can be changed about the snapshots that an image has, or may have. Identities and failures as in BlockStore.
 */
export interface SnapshotSettingsClient extends grpc.Client {
  /**
   * Takes the bound away; it is no error if there is none.
   */
  ClearLimit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ClearLimit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ClearLimit(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ClearLimit(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes the bound away; it is no error if there is none.
   */
  clearLimit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clearLimit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clearLimit(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clearLimit(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a snapshot another name; its clones stay its children. Fails with `already_exists`, for its own name too;
   * `invalid_argument` for the name.
   */
  Rename(argument: _dcnsim_v1_RenameSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a snapshot another name; its clones stay its children. Fails with `already_exists`, for its own name too;
   * `invalid_argument` for the name.
   */
  rename(argument: _dcnsim_v1_RenameSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Bounds the number of an image's snapshots: one more fails with `quota_exceeded`. Fails with `out_of_range` when there
   * are more already.
   */
  SetLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Bounds the number of an image's snapshots: one more fails with `quota_exceeded`. Fails with `out_of_range` when there
   * are more already.
   */
  setLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _dcnsim_v1_SetSnapshotLimitRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What can be changed about the snapshots that an image has, or may have. Identities and failures as in BlockStore.
 */
export interface SnapshotSettingsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Takes the bound away; it is no error if there is none.
   */
  ClearLimit: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Gives a snapshot another name; its clones stay its children. Fails with `already_exists`, for its own name too;
   * `invalid_argument` for the name.
   */
  Rename: grpc.handleUnaryCall<_dcnsim_v1_RenameSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Bounds the number of an image's snapshots: one more fails with `quota_exceeded`. Fails with `out_of_range` when there
   * are more already.
   */
  SetLimit: grpc.handleUnaryCall<_dcnsim_v1_SetSnapshotLimitRequest__Output, _dcnsim_v1_Done>;
  
}

export interface SnapshotSettingsDefinition extends grpc.ServiceDefinition {
  ClearLimit: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Rename: MethodDefinition<_dcnsim_v1_RenameSnapshotRequest, _dcnsim_v1_Done, _dcnsim_v1_RenameSnapshotRequest__Output, _dcnsim_v1_Done__Output>
  SetLimit: MethodDefinition<_dcnsim_v1_SetSnapshotLimitRequest, _dcnsim_v1_Done, _dcnsim_v1_SetSnapshotLimitRequest__Output, _dcnsim_v1_Done__Output>
}
