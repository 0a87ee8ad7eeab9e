// Original file: proto/dcnsim/v1/image_features.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ChangeFeaturesRequest as _dcnsim_v1_ChangeFeaturesRequest, ChangeFeaturesRequest__Output as _dcnsim_v1_ChangeFeaturesRequest__Output } from '../../dcnsim/v1/ChangeFeaturesRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';

/**
 * What an image can do beside holding bytes, and the object map, which two of the features are about. Identities and
 * failures as in BlockStore.
 */
export interface ImageFeaturesClient extends grpc.Client {
  /**
   * Compares the object map of the head or of a snapshot with its objects. Fails with `invalid_argument` without one.
   */
  CheckObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CheckObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CheckObjectMap(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CheckObjectMap(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Compares the object map of the head or of a snapshot with its objects. Fails with `invalid_argument` without one.
   */
  checkObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  checkObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  checkObjectMap(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  checkObjectMap(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Switches features off. Fails with `invalid_argument` for none, and for what cannot be switched off, is off already or
   * is still needed by another.
   */
  Disable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Disable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Disable(argument: _dcnsim_v1_ChangeFeaturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Disable(argument: _dcnsim_v1_ChangeFeaturesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Switches features off. Fails with `invalid_argument` for none, and for what cannot be switched off, is off already or
   * is still needed by another.
   */
  disable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disable(argument: _dcnsim_v1_ChangeFeaturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disable(argument: _dcnsim_v1_ChangeFeaturesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Switches features on. Fails with `invalid_argument` for none, and for what cannot be switched on, is on already or
   * needs exclusive-lock.
   */
  Enable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Enable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Enable(argument: _dcnsim_v1_ChangeFeaturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Enable(argument: _dcnsim_v1_ChangeFeaturesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Switches features on. Fails with `invalid_argument` for none, and for what cannot be switched on, is on already or
   * needs exclusive-lock.
   */
  enable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enable(argument: _dcnsim_v1_ChangeFeaturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enable(argument: _dcnsim_v1_ChangeFeaturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enable(argument: _dcnsim_v1_ChangeFeaturesRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the object map of the head or of a snapshot again, and takes the flags off that say that it is invalid. Fails
   * with `invalid_argument` without one.
   */
  RebuildObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RebuildObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RebuildObjectMap(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RebuildObjectMap(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the object map of the head or of a snapshot again, and takes the flags off that say that it is invalid. Fails
   * with `invalid_argument` without one.
   */
  rebuildObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rebuildObjectMap(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rebuildObjectMap(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rebuildObjectMap(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What an image can do beside holding bytes, and the object map, which two of the features are about. Identities and
 * failures as in BlockStore.
 */
export interface ImageFeaturesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Compares the object map of the head or of a snapshot with its objects. Fails with `invalid_argument` without one.
   */
  CheckObjectMap: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Switches features off. Fails with `invalid_argument` for none, and for what cannot be switched off, is off already or
   * is still needed by another.
   */
  Disable: grpc.handleUnaryCall<_dcnsim_v1_ChangeFeaturesRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Switches features on. Fails with `invalid_argument` for none, and for what cannot be switched on, is on already or
   * needs exclusive-lock.
   */
  Enable: grpc.handleUnaryCall<_dcnsim_v1_ChangeFeaturesRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes the object map of the head or of a snapshot again, and takes the flags off that say that it is invalid. Fails
   * with `invalid_argument` without one.
   */
  RebuildObjectMap: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
}

export interface ImageFeaturesDefinition extends grpc.ServiceDefinition {
  CheckObjectMap: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Disable: MethodDefinition<_dcnsim_v1_ChangeFeaturesRequest, _dcnsim_v1_Done, _dcnsim_v1_ChangeFeaturesRequest__Output, _dcnsim_v1_Done__Output>
  Enable: MethodDefinition<_dcnsim_v1_ChangeFeaturesRequest, _dcnsim_v1_Done, _dcnsim_v1_ChangeFeaturesRequest__Output, _dcnsim_v1_Done__Output>
  RebuildObjectMap: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
}
