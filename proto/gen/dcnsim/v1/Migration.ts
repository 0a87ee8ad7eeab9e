// Original file: proto/dcnsim/v1/migration.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { PrepareMigrationRequest as _dcnsim_v1_PrepareMigrationRequest, PrepareMigrationRequest__Output as _dcnsim_v1_PrepareMigrationRequest__Output } from '../../dcnsim/v1/PrepareMigrationRequest.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * Moving images between pools, as services/ceph-sim/port/migration.ts defines it. Identities and failures as in
 * BlockStore.
 */
export interface MigrationClient extends grpc.Client {
  /**
   * Removes the destination that is named, and brings the source back. Fails with `conflict` (EBUSY) while it is open.
   */
  Abort(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Abort(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Abort(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Abort(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes the destination that is named, and brings the source back. Fails with `conflict` (EBUSY) while it is open.
   */
  abort(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  abort(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  abort(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  abort(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes the source of the destination that is named. Fails with `invalid_argument` before the data is copied.
   */
  Commit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Commit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Commit(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Commit(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes the source of the destination that is named. Fails with `invalid_argument` before the data is copied.
   */
  commit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  commit(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  commit(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  commit(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Copies the data to the destination that is named. Fails with `invalid_argument` for no destination, or one that has
   * the data.
   */
  Execute(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Execute(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Execute(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Execute(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Copies the data to the destination that is named. Fails with `invalid_argument` for no destination, or one that has
   * the data.
   */
  execute(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  execute(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  execute(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  execute(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the destination, which shows the source's content at once; the source is hidden. Fails with `already_exists`;
   * `conflict` (EBUSY) while the source is open, in a group, mirrored or migrating.
   */
  Prepare(argument: _dcnsim_v1_PrepareMigrationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _dcnsim_v1_PrepareMigrationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _dcnsim_v1_PrepareMigrationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _dcnsim_v1_PrepareMigrationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the destination, which shows the source's content at once; the source is hidden. Fails with `already_exists`;
   * `conflict` (EBUSY) while the source is open, in a group, mirrored or migrating.
   */
  prepare(argument: _dcnsim_v1_PrepareMigrationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  prepare(argument: _dcnsim_v1_PrepareMigrationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  prepare(argument: _dcnsim_v1_PrepareMigrationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  prepare(argument: _dcnsim_v1_PrepareMigrationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Moving images between pools, as services/ceph-sim/port/migration.ts defines it. Identities and failures as in
 * BlockStore.
 */
export interface MigrationHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Removes the destination that is named, and brings the source back. Fails with `conflict` (EBUSY) while it is open.
   */
  Abort: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes the source of the destination that is named. Fails with `invalid_argument` before the data is copied.
   */
  Commit: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Copies the data to the destination that is named. Fails with `invalid_argument` for no destination, or one that has
   * the data.
   */
  Execute: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes the destination, which shows the source's content at once; the source is hidden. Fails with `already_exists`;
   * `conflict` (EBUSY) while the source is open, in a group, mirrored or migrating.
   */
  Prepare: grpc.handleUnaryCall<_dcnsim_v1_PrepareMigrationRequest__Output, _dcnsim_v1_Done>;
  
}

export interface MigrationDefinition extends grpc.ServiceDefinition {
  Abort: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Commit: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Execute: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Prepare: MethodDefinition<_dcnsim_v1_PrepareMigrationRequest, _dcnsim_v1_Done, _dcnsim_v1_PrepareMigrationRequest__Output, _dcnsim_v1_Done__Output>
}
