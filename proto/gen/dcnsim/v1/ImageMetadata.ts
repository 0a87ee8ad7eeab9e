// Original file: proto/dcnsim/v1/image_metadata.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListMetadataResponse as _dcnsim_v1_ListMetadataResponse, ListMetadataResponse__Output as _dcnsim_v1_ListMetadataResponse__Output } from '../../dcnsim/v1/ListMetadataResponse.ts';
import type { MetadataEntry as _dcnsim_v1_MetadataEntry, MetadataEntry__Output as _dcnsim_v1_MetadataEntry__Output } from '../../dcnsim/v1/MetadataEntry.ts';
import type { MetadataKey as _dcnsim_v1_MetadataKey, MetadataKey__Output as _dcnsim_v1_MetadataKey__Output } from '../../dcnsim/v1/MetadataKey.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { SetMetadataRequest as _dcnsim_v1_SetMetadataRequest, SetMetadataRequest__Output as _dcnsim_v1_SetMetadataRequest__Output } from '../../dcnsim/v1/SetMetadataRequest.ts';

/**
 * Texts that are kept with an image, by key; a clone starts with its parent's. Identities and failures as in BlockStore.
 */
export interface ImageMetadataClient extends grpc.Client {
  /**
   * One text. Fails with `not_found` without it.
   */
  Get(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_MetadataKey, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  Get(argument: _dcnsim_v1_MetadataKey, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  /**
   * One text. Fails with `not_found` without it.
   */
  get(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_MetadataKey, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  get(argument: _dcnsim_v1_MetadataKey, callback: grpc.requestCallback<_dcnsim_v1_MetadataEntry__Output>): grpc.ClientUnaryCall;
  
  /**
   * Everything that is kept with an image.
   */
  List(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Everything that is kept with an image.
   */
  list(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListMetadataResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Forgets a text. Fails with `not_found` without it.
   */
  Remove(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_MetadataKey, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_MetadataKey, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Forgets a text. Fails with `not_found` without it.
   */
  remove(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_MetadataKey, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_MetadataKey, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_MetadataKey, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keeps a text, in place of the one under the same key. Fails with `invalid_argument` for a key `conf_OPTION` that no
   * image can override, or that cannot have this value.
   */
  Set(argument: _dcnsim_v1_SetMetadataRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetMetadataRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetMetadataRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetMetadataRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Keeps a text, in place of the one under the same key. Fails with `invalid_argument` for a key `conf_OPTION` that no
   * image can override, or that cannot have this value.
   */
  set(argument: _dcnsim_v1_SetMetadataRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetMetadataRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetMetadataRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetMetadataRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Texts that are kept with an image, by key; a clone starts with its parent's. Identities and failures as in BlockStore.
 */
export interface ImageMetadataHandlers extends grpc.UntypedServiceImplementation {
  /**
   * One text. Fails with `not_found` without it.
   */
  Get: grpc.handleUnaryCall<_dcnsim_v1_MetadataKey__Output, _dcnsim_v1_MetadataEntry>;
  
  /**
   * Everything that is kept with an image.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListMetadataResponse>;
  
  /**
   * Forgets a text. Fails with `not_found` without it.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_MetadataKey__Output, _dcnsim_v1_Done>;
  
  /**
   * Keeps a text, in place of the one under the same key. Fails with `invalid_argument` for a key `conf_OPTION` that no
   * image can override, or that cannot have this value.
   */
  Set: grpc.handleUnaryCall<_dcnsim_v1_SetMetadataRequest__Output, _dcnsim_v1_Done>;
  
}

export interface ImageMetadataDefinition extends grpc.ServiceDefinition {
  Get: MethodDefinition<_dcnsim_v1_MetadataKey, _dcnsim_v1_MetadataEntry, _dcnsim_v1_MetadataKey__Output, _dcnsim_v1_MetadataEntry__Output>
  List: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_ListMetadataResponse, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListMetadataResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_MetadataKey, _dcnsim_v1_Done, _dcnsim_v1_MetadataKey__Output, _dcnsim_v1_Done__Output>
  Set: MethodDefinition<_dcnsim_v1_SetMetadataRequest, _dcnsim_v1_Done, _dcnsim_v1_SetMetadataRequest__Output, _dcnsim_v1_Done__Output>
}
