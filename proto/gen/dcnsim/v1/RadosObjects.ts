// Original file: proto/dcnsim/v1/rados_objects.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListObjectClonesResponse as _dcnsim_v1_ListObjectClonesResponse, ListObjectClonesResponse__Output as _dcnsim_v1_ListObjectClonesResponse__Output } from '../../dcnsim/v1/ListObjectClonesResponse.ts';
import type { ListObjectsRequest as _dcnsim_v1_ListObjectsRequest, ListObjectsRequest__Output as _dcnsim_v1_ListObjectsRequest__Output } from '../../dcnsim/v1/ListObjectsRequest.ts';
import type { ListOmapResponse as _dcnsim_v1_ListOmapResponse, ListOmapResponse__Output as _dcnsim_v1_ListOmapResponse__Output } from '../../dcnsim/v1/ListOmapResponse.ts';
import type { ListXattrsResponse as _dcnsim_v1_ListXattrsResponse, ListXattrsResponse__Output as _dcnsim_v1_ListXattrsResponse__Output } from '../../dcnsim/v1/ListXattrsResponse.ts';
import type { ObjectNames as _dcnsim_v1_ObjectNames, ObjectNames__Output as _dcnsim_v1_ObjectNames__Output } from '../../dcnsim/v1/ObjectNames.ts';
import type { ObjectPiece as _dcnsim_v1_ObjectPiece, ObjectPiece__Output as _dcnsim_v1_ObjectPiece__Output } from '../../dcnsim/v1/ObjectPiece.ts';
import type { ObjectPlace as _dcnsim_v1_ObjectPlace, ObjectPlace__Output as _dcnsim_v1_ObjectPlace__Output } from '../../dcnsim/v1/ObjectPlace.ts';
import type { ObjectStat as _dcnsim_v1_ObjectStat, ObjectStat__Output as _dcnsim_v1_ObjectStat__Output } from '../../dcnsim/v1/ObjectStat.ts';
import type { PutObjectRequest as _dcnsim_v1_PutObjectRequest, PutObjectRequest__Output as _dcnsim_v1_PutObjectRequest__Output } from '../../dcnsim/v1/PutObjectRequest.ts';

/**
 * The RADOS objects of a pool, as services/ceph-sim/port/rados-objects.ts defines them. Identities and failures as in
 * BlockStore; an object that is not there is `not_found` (`object_missing`).
 */
export interface RadosObjectsClient extends grpc.Client {
  /**
   * Names of objects, by name space and name.
   */
  List(argument: _dcnsim_v1_ListObjectsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectNames__Output>;
  List(argument: _dcnsim_v1_ListObjectsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectNames__Output>;
  /**
   * Names of objects, by name space and name.
   */
  list(argument: _dcnsim_v1_ListObjectsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectNames__Output>;
  list(argument: _dcnsim_v1_ListObjectsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectNames__Output>;
  
  /**
   * The object's clones beneath snapshots, and its head.
   */
  ListClones(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  ListClones(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  ListClones(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  ListClones(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The object's clones beneath snapshots, and its head.
   */
  listClones(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  listClones(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  listClones(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  listClones(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListObjectClonesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The object's key-value pairs, by key.
   */
  ListOmap(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  ListOmap(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  ListOmap(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  ListOmap(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The object's key-value pairs, by key.
   */
  listOmap(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  listOmap(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  listOmap(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  listOmap(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListOmapResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Names of extended attributes.
   */
  ListXattrs(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  ListXattrs(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  ListXattrs(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  ListXattrs(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Names of extended attributes.
   */
  listXattrs(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  listXattrs(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  listXattrs(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  listXattrs(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ListXattrsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes or replaces an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  Put(argument: _dcnsim_v1_PutObjectRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Put(argument: _dcnsim_v1_PutObjectRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Put(argument: _dcnsim_v1_PutObjectRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Put(argument: _dcnsim_v1_PutObjectRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes or replaces an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  put(argument: _dcnsim_v1_PutObjectRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  put(argument: _dcnsim_v1_PutObjectRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  put(argument: _dcnsim_v1_PutObjectRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  put(argument: _dcnsim_v1_PutObjectRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * An object's bytes.
   */
  Read(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectPiece__Output>;
  Read(argument: _dcnsim_v1_ObjectPlace, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectPiece__Output>;
  /**
   * An object's bytes.
   */
  read(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectPiece__Output>;
  read(argument: _dcnsim_v1_ObjectPlace, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ObjectPiece__Output>;
  
  /**
   * Removes an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  Remove(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  remove(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Size and time of the last change.
   */
  Stat(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  Stat(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  Stat(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  Stat(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  /**
   * Size and time of the last change.
   */
  stat(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  stat(argument: _dcnsim_v1_ObjectPlace, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  stat(argument: _dcnsim_v1_ObjectPlace, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  stat(argument: _dcnsim_v1_ObjectPlace, callback: grpc.requestCallback<_dcnsim_v1_ObjectStat__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The RADOS objects of a pool, as services/ceph-sim/port/rados-objects.ts defines them. Identities and failures as in
 * BlockStore; an object that is not there is `not_found` (`object_missing`).
 */
export interface RadosObjectsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Names of objects, by name space and name.
   */
  List: grpc.handleServerStreamingCall<_dcnsim_v1_ListObjectsRequest__Output, _dcnsim_v1_ObjectNames>;
  
  /**
   * The object's clones beneath snapshots, and its head.
   */
  ListClones: grpc.handleUnaryCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListObjectClonesResponse>;
  
  /**
   * The object's key-value pairs, by key.
   */
  ListOmap: grpc.handleUnaryCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListOmapResponse>;
  
  /**
   * Names of extended attributes.
   */
  ListXattrs: grpc.handleUnaryCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListXattrsResponse>;
  
  /**
   * Makes or replaces an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  Put: grpc.handleUnaryCall<_dcnsim_v1_PutObjectRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * An object's bytes.
   */
  Read: grpc.handleServerStreamingCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ObjectPiece>;
  
  /**
   * Removes an object that is no image's. Fails with `unsupported` for the names of RBD's own.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_Done>;
  
  /**
   * Size and time of the last change.
   */
  Stat: grpc.handleUnaryCall<_dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ObjectStat>;
  
}

export interface RadosObjectsDefinition extends grpc.ServiceDefinition {
  List: MethodDefinition<_dcnsim_v1_ListObjectsRequest, _dcnsim_v1_ObjectNames, _dcnsim_v1_ListObjectsRequest__Output, _dcnsim_v1_ObjectNames__Output>
  ListClones: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_ListObjectClonesResponse, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListObjectClonesResponse__Output>
  ListOmap: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_ListOmapResponse, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListOmapResponse__Output>
  ListXattrs: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_ListXattrsResponse, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ListXattrsResponse__Output>
  Put: MethodDefinition<_dcnsim_v1_PutObjectRequest, _dcnsim_v1_Done, _dcnsim_v1_PutObjectRequest__Output, _dcnsim_v1_Done__Output>
  Read: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_ObjectPiece, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ObjectPiece__Output>
  Remove: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_Done, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_Done__Output>
  Stat: MethodDefinition<_dcnsim_v1_ObjectPlace, _dcnsim_v1_ObjectStat, _dcnsim_v1_ObjectPlace__Output, _dcnsim_v1_ObjectStat__Output>
}
