// Original file: proto/dcnsim/v1/groups.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GroupImageRequest as _dcnsim_v1_GroupImageRequest, GroupImageRequest__Output as _dcnsim_v1_GroupImageRequest__Output } from '../../dcnsim/v1/GroupImageRequest.ts';
import type { GroupSnapshotSpec as _dcnsim_v1_GroupSnapshotSpec, GroupSnapshotSpec__Output as _dcnsim_v1_GroupSnapshotSpec__Output } from '../../dcnsim/v1/GroupSnapshotSpec.ts';
import type { GroupSpec as _dcnsim_v1_GroupSpec, GroupSpec__Output as _dcnsim_v1_GroupSpec__Output } from '../../dcnsim/v1/GroupSpec.ts';
import type { ListGroupImagesResponse as _dcnsim_v1_ListGroupImagesResponse, ListGroupImagesResponse__Output as _dcnsim_v1_ListGroupImagesResponse__Output } from '../../dcnsim/v1/ListGroupImagesResponse.ts';
import type { ListGroupSnapshotsResponse as _dcnsim_v1_ListGroupSnapshotsResponse, ListGroupSnapshotsResponse__Output as _dcnsim_v1_ListGroupSnapshotsResponse__Output } from '../../dcnsim/v1/ListGroupSnapshotsResponse.ts';
import type { ListGroupsRequest as _dcnsim_v1_ListGroupsRequest, ListGroupsRequest__Output as _dcnsim_v1_ListGroupsRequest__Output } from '../../dcnsim/v1/ListGroupsRequest.ts';
import type { ListGroupsResponse as _dcnsim_v1_ListGroupsResponse, ListGroupsResponse__Output as _dcnsim_v1_ListGroupsResponse__Output } from '../../dcnsim/v1/ListGroupsResponse.ts';
import type { RenameGroupRequest as _dcnsim_v1_RenameGroupRequest, RenameGroupRequest__Output as _dcnsim_v1_RenameGroupRequest__Output } from '../../dcnsim/v1/RenameGroupRequest.ts';
import type { RenameGroupSnapshotRequest as _dcnsim_v1_RenameGroupSnapshotRequest, RenameGroupSnapshotRequest__Output as _dcnsim_v1_RenameGroupSnapshotRequest__Output } from '../../dcnsim/v1/RenameGroupSnapshotRequest.ts';

/**
 * Groups of images, as services/ceph-sim/port/groups.ts defines them. Identities and failures as in BlockStore.
 */
export interface GroupsClient extends grpc.Client {
  /**
   * Fails with `already_exists` for a member of this or another group.
   */
  AddImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  AddImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  AddImage(argument: _dcnsim_v1_GroupImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  AddImage(argument: _dcnsim_v1_GroupImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `already_exists` for a member of this or another group.
   */
  addImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  addImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  addImage(argument: _dcnsim_v1_GroupImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  addImage(argument: _dcnsim_v1_GroupImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an empty group. Fails with `already_exists`; `invalid_argument` for the name.
   */
  Create(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an empty group. Fails with `already_exists`; `invalid_argument` for the name.
   */
  create(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * A snapshot of every member, all of one instant. Fails with `already_exists`.
   */
  CreateSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * A snapshot of every member, all of one instant. Fails with `already_exists`.
   */
  createSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The groups of a pool's name space.
   */
  List(argument: _dcnsim_v1_ListGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListGroupsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The groups of a pool's name space.
   */
  list(argument: _dcnsim_v1_ListGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListGroupsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListGroupsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The members.
   */
  ListImages(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The members.
   */
  listImages(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_ListGroupImagesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The group's snapshots.
   */
  ListSnapshots(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The group's snapshots.
   */
  listSnapshots(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_ListGroupSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a group with its snapshots; its members stay as images.
   */
  Remove(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a group with its snapshots; its members stay as images.
   */
  remove(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_GroupSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_GroupSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_GroupSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Fails with `invalid_argument` for an image that is not a member.
   */
  RemoveImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_GroupImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_GroupImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `invalid_argument` for an image that is not a member.
   */
  removeImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_GroupImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_GroupImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_GroupImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes the snapshot of every member.
   */
  RemoveSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes the snapshot of every member.
   */
  removeSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Fails with `already_exists`.
   */
  Rename(argument: _dcnsim_v1_RenameGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenameGroupRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `already_exists`.
   */
  rename(argument: _dcnsim_v1_RenameGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenameGroupRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Fails with `already_exists`.
   */
  RenameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Fails with `already_exists`.
   */
  renameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameSnapshot(argument: _dcnsim_v1_RenameGroupSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * All members become what they were, or none. Fails with `no_space`.
   */
  Rollback(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * All members become what they were, or none. Fails with `no_space`.
   */
  rollback(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_GroupSnapshotSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_GroupSnapshotSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_GroupSnapshotSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Groups of images, as services/ceph-sim/port/groups.ts defines them. Identities and failures as in BlockStore.
 */
export interface GroupsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Fails with `already_exists` for a member of this or another group.
   */
  AddImage: grpc.handleUnaryCall<_dcnsim_v1_GroupImageRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes an empty group. Fails with `already_exists`; `invalid_argument` for the name.
   */
  Create: grpc.handleUnaryCall<_dcnsim_v1_GroupSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * A snapshot of every member, all of one instant. Fails with `already_exists`.
   */
  CreateSnapshot: grpc.handleUnaryCall<_dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * The groups of a pool's name space.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListGroupsRequest__Output, _dcnsim_v1_ListGroupsResponse>;
  
  /**
   * The members.
   */
  ListImages: grpc.handleUnaryCall<_dcnsim_v1_GroupSpec__Output, _dcnsim_v1_ListGroupImagesResponse>;
  
  /**
   * The group's snapshots.
   */
  ListSnapshots: grpc.handleUnaryCall<_dcnsim_v1_GroupSpec__Output, _dcnsim_v1_ListGroupSnapshotsResponse>;
  
  /**
   * Removes a group with its snapshots; its members stay as images.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_GroupSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Fails with `invalid_argument` for an image that is not a member.
   */
  RemoveImage: grpc.handleUnaryCall<_dcnsim_v1_GroupImageRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes the snapshot of every member.
   */
  RemoveSnapshot: grpc.handleUnaryCall<_dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Fails with `already_exists`.
   */
  Rename: grpc.handleUnaryCall<_dcnsim_v1_RenameGroupRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Fails with `already_exists`.
   */
  RenameSnapshot: grpc.handleUnaryCall<_dcnsim_v1_RenameGroupSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * All members become what they were, or none. Fails with `no_space`.
   */
  Rollback: grpc.handleUnaryCall<_dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done>;
  
}

export interface GroupsDefinition extends grpc.ServiceDefinition {
  AddImage: MethodDefinition<_dcnsim_v1_GroupImageRequest, _dcnsim_v1_Done, _dcnsim_v1_GroupImageRequest__Output, _dcnsim_v1_Done__Output>
  Create: MethodDefinition<_dcnsim_v1_GroupSpec, _dcnsim_v1_Done, _dcnsim_v1_GroupSpec__Output, _dcnsim_v1_Done__Output>
  CreateSnapshot: MethodDefinition<_dcnsim_v1_GroupSnapshotSpec, _dcnsim_v1_Done, _dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done__Output>
  List: MethodDefinition<_dcnsim_v1_ListGroupsRequest, _dcnsim_v1_ListGroupsResponse, _dcnsim_v1_ListGroupsRequest__Output, _dcnsim_v1_ListGroupsResponse__Output>
  ListImages: MethodDefinition<_dcnsim_v1_GroupSpec, _dcnsim_v1_ListGroupImagesResponse, _dcnsim_v1_GroupSpec__Output, _dcnsim_v1_ListGroupImagesResponse__Output>
  ListSnapshots: MethodDefinition<_dcnsim_v1_GroupSpec, _dcnsim_v1_ListGroupSnapshotsResponse, _dcnsim_v1_GroupSpec__Output, _dcnsim_v1_ListGroupSnapshotsResponse__Output>
  Remove: MethodDefinition<_dcnsim_v1_GroupSpec, _dcnsim_v1_Done, _dcnsim_v1_GroupSpec__Output, _dcnsim_v1_Done__Output>
  RemoveImage: MethodDefinition<_dcnsim_v1_GroupImageRequest, _dcnsim_v1_Done, _dcnsim_v1_GroupImageRequest__Output, _dcnsim_v1_Done__Output>
  RemoveSnapshot: MethodDefinition<_dcnsim_v1_GroupSnapshotSpec, _dcnsim_v1_Done, _dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done__Output>
  Rename: MethodDefinition<_dcnsim_v1_RenameGroupRequest, _dcnsim_v1_Done, _dcnsim_v1_RenameGroupRequest__Output, _dcnsim_v1_Done__Output>
  RenameSnapshot: MethodDefinition<_dcnsim_v1_RenameGroupSnapshotRequest, _dcnsim_v1_Done, _dcnsim_v1_RenameGroupSnapshotRequest__Output, _dcnsim_v1_Done__Output>
  Rollback: MethodDefinition<_dcnsim_v1_GroupSnapshotSpec, _dcnsim_v1_Done, _dcnsim_v1_GroupSnapshotSpec__Output, _dcnsim_v1_Done__Output>
}
