// Original file: proto/dcnsim/v1/block_store.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AttachRequest as _dcnsim_v1_AttachRequest, AttachRequest__Output as _dcnsim_v1_AttachRequest__Output } from '../../dcnsim/v1/AttachRequest.ts';
import type { CloneRequest as _dcnsim_v1_CloneRequest, CloneRequest__Output as _dcnsim_v1_CloneRequest__Output } from '../../dcnsim/v1/CloneRequest.ts';
import type { ClusterIdentity as _dcnsim_v1_ClusterIdentity, ClusterIdentity__Output as _dcnsim_v1_ClusterIdentity__Output } from '../../dcnsim/v1/ClusterIdentity.ts';
import type { ClusterUsage as _dcnsim_v1_ClusterUsage, ClusterUsage__Output as _dcnsim_v1_ClusterUsage__Output } from '../../dcnsim/v1/ClusterUsage.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from '../../dcnsim/v1/ContentPiece.ts';
import type { CreatePoolRequest as _dcnsim_v1_CreatePoolRequest, CreatePoolRequest__Output as _dcnsim_v1_CreatePoolRequest__Output } from '../../dcnsim/v1/CreatePoolRequest.ts';
import type { CreateRbdImageRequest as _dcnsim_v1_CreateRbdImageRequest, CreateRbdImageRequest__Output as _dcnsim_v1_CreateRbdImageRequest__Output } from '../../dcnsim/v1/CreateRbdImageRequest.ts';
import type { DfRequest as _dcnsim_v1_DfRequest, DfRequest__Output as _dcnsim_v1_DfRequest__Output } from '../../dcnsim/v1/DfRequest.ts';
import type { DiscardRequest as _dcnsim_v1_DiscardRequest, DiscardRequest__Output as _dcnsim_v1_DiscardRequest__Output } from '../../dcnsim/v1/DiscardRequest.ts';
import type { DiskUsageResponse as _dcnsim_v1_DiskUsageResponse, DiskUsageResponse__Output as _dcnsim_v1_DiskUsageResponse__Output } from '../../dcnsim/v1/DiskUsageResponse.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GetClusterRequest as _dcnsim_v1_GetClusterRequest, GetClusterRequest__Output as _dcnsim_v1_GetClusterRequest__Output } from '../../dcnsim/v1/GetClusterRequest.ts';
import type { ListChildrenRequest as _dcnsim_v1_ListChildrenRequest, ListChildrenRequest__Output as _dcnsim_v1_ListChildrenRequest__Output } from '../../dcnsim/v1/ListChildrenRequest.ts';
import type { ListChildrenResponse as _dcnsim_v1_ListChildrenResponse, ListChildrenResponse__Output as _dcnsim_v1_ListChildrenResponse__Output } from '../../dcnsim/v1/ListChildrenResponse.ts';
import type { ListDetailedResponse as _dcnsim_v1_ListDetailedResponse, ListDetailedResponse__Output as _dcnsim_v1_ListDetailedResponse__Output } from '../../dcnsim/v1/ListDetailedResponse.ts';
import type { ListExtentsResponse as _dcnsim_v1_ListExtentsResponse, ListExtentsResponse__Output as _dcnsim_v1_ListExtentsResponse__Output } from '../../dcnsim/v1/ListExtentsResponse.ts';
import type { ListPoolsRequest as _dcnsim_v1_ListPoolsRequest, ListPoolsRequest__Output as _dcnsim_v1_ListPoolsRequest__Output } from '../../dcnsim/v1/ListPoolsRequest.ts';
import type { ListPoolsResponse as _dcnsim_v1_ListPoolsResponse, ListPoolsResponse__Output as _dcnsim_v1_ListPoolsResponse__Output } from '../../dcnsim/v1/ListPoolsResponse.ts';
import type { ListRbdImagesRequest as _dcnsim_v1_ListRbdImagesRequest, ListRbdImagesRequest__Output as _dcnsim_v1_ListRbdImagesRequest__Output } from '../../dcnsim/v1/ListRbdImagesRequest.ts';
import type { ListRbdImagesResponse as _dcnsim_v1_ListRbdImagesResponse, ListRbdImagesResponse__Output as _dcnsim_v1_ListRbdImagesResponse__Output } from '../../dcnsim/v1/ListRbdImagesResponse.ts';
import type { ListRbdSnapshotsRequest as _dcnsim_v1_ListRbdSnapshotsRequest, ListRbdSnapshotsRequest__Output as _dcnsim_v1_ListRbdSnapshotsRequest__Output } from '../../dcnsim/v1/ListRbdSnapshotsRequest.ts';
import type { ListRbdSnapshotsResponse as _dcnsim_v1_ListRbdSnapshotsResponse, ListRbdSnapshotsResponse__Output as _dcnsim_v1_ListRbdSnapshotsResponse__Output } from '../../dcnsim/v1/ListRbdSnapshotsResponse.ts';
import type { RbdImageInfo as _dcnsim_v1_RbdImageInfo, RbdImageInfo__Output as _dcnsim_v1_RbdImageInfo__Output } from '../../dcnsim/v1/RbdImageInfo.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from '../../dcnsim/v1/RbdSpec.ts';
import type { ReadRequest as _dcnsim_v1_ReadRequest, ReadRequest__Output as _dcnsim_v1_ReadRequest__Output } from '../../dcnsim/v1/ReadRequest.ts';
import type { RenameRbdImageRequest as _dcnsim_v1_RenameRbdImageRequest, RenameRbdImageRequest__Output as _dcnsim_v1_RenameRbdImageRequest__Output } from '../../dcnsim/v1/RenameRbdImageRequest.ts';
import type { ResizeRequest as _dcnsim_v1_ResizeRequest, ResizeRequest__Output as _dcnsim_v1_ResizeRequest__Output } from '../../dcnsim/v1/ResizeRequest.ts';
import type { WriteRequest as _dcnsim_v1_WriteRequest, WriteRequest__Output as _dcnsim_v1_WriteRequest__Output } from '../../dcnsim/v1/WriteRequest.ts';
import type { WriteResponse as _dcnsim_v1_WriteResponse, WriteResponse__Output as _dcnsim_v1_WriteResponse__Output } from '../../dcnsim/v1/WriteResponse.ts';

/**
 * One Ceph cluster's RBD, as services/ceph-sim/rbd.ts defines it. Each call carries the caller's cephx identity in the
 * metadata `x-cephx-user` (for example `client.openstack`) and `x-cephx-key`. Failures carry a `dcnsim.v1.ErrorDetail`
 * whose facts have librbd's `errno` (`ENOENT`, `EBUSY`, ...) and, where several rules share one, the `reason`.
 * 
 * Any call may fail with `unauthenticated` (unknown identity or wrong key), `forbidden` (its caps do not allow it),
 * `not_found` (no such pool, image or snapshot) or `unavailable` (the cluster is stopping). What is said of a call
 * below comes on top of these.
 */
export interface BlockStoreClient extends grpc.Client {
  /**
   * Opens an image as a running guest does (watcher and exclusive lock), until Detach or a restart of the cluster. The
   * same owner may do so again. Fails with `conflict` (EBUSY) while another owner has it open.
   */
  Attach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Attach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Attach(argument: _dcnsim_v1_AttachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Attach(argument: _dcnsim_v1_AttachRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Opens an image as a running guest does (watcher and exclusive lock), until Detach or a restart of the cluster. The
   * same owner may do so again. Fails with `conflict` (EBUSY) while another owner has it open.
   */
  attach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  attach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  attach(argument: _dcnsim_v1_AttachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  attach(argument: _dcnsim_v1_AttachRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * A copy-on-write child of a snapshot. Fails with `invalid_argument` (EINVAL) when clone format 1 is meant and the
   * snapshot is not protected;
   * `unsupported` when its image has no layering; else as CreateImage.
   */
  Clone(argument: _dcnsim_v1_CloneRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clone(argument: _dcnsim_v1_CloneRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clone(argument: _dcnsim_v1_CloneRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Clone(argument: _dcnsim_v1_CloneRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * A copy-on-write child of a snapshot. Fails with `invalid_argument` (EINVAL) when clone format 1 is meant and the
   * snapshot is not protected;
   * `unsupported` when its image has no layering; else as CreateImage.
   */
  clone(argument: _dcnsim_v1_CloneRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clone(argument: _dcnsim_v1_CloneRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clone(argument: _dcnsim_v1_CloneRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  clone(argument: _dcnsim_v1_CloneRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an image that stores nothing yet and reads as zeros. Fails with `already_exists`; `invalid_argument` for a
   * name, size or feature; `out_of_range` for the order; `unsupported` for a feature that is not simulated; `no_space`.
   */
  CreateImage(argument: _dcnsim_v1_CreateRbdImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateRbdImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateRbdImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateRbdImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an image that stores nothing yet and reads as zeros. Fails with `already_exists`; `invalid_argument` for a
   * name, size or feature; `out_of_range` for the order; `unsupported` for a feature that is not simulated; `no_space`.
   */
  createImage(argument: _dcnsim_v1_CreateRbdImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateRbdImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateRbdImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateRbdImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an empty pool with the cluster's replica count. Fails with `already_exists`; `invalid_argument` for the name.
   */
  CreatePool(argument: _dcnsim_v1_CreatePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreatePool(argument: _dcnsim_v1_CreatePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreatePool(argument: _dcnsim_v1_CreatePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreatePool(argument: _dcnsim_v1_CreatePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an empty pool with the cluster's replica count. Fails with `already_exists`; `invalid_argument` for the name.
   */
  createPool(argument: _dcnsim_v1_CreatePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createPool(argument: _dcnsim_v1_CreatePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createPool(argument: _dcnsim_v1_CreatePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createPool(argument: _dcnsim_v1_CreatePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keeps the image's present content under a name; copies no data. Fails with `already_exists`; `invalid_argument` for
   * the name; `no_space`.
   */
  CreateSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Keeps the image's present content under a name; copies no data. Fails with `already_exists`; `invalid_argument` for
   * the name; `no_space`.
   */
  createSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Closes an image that the owner has open; of another owner's nothing changes, and that is no error.
   */
  Detach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Detach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Detach(argument: _dcnsim_v1_AttachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Detach(argument: _dcnsim_v1_AttachRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Closes an image that the owner has open; of another owner's nothing changes, and that is no error.
   */
  detach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  detach(argument: _dcnsim_v1_AttachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  detach(argument: _dcnsim_v1_AttachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  detach(argument: _dcnsim_v1_AttachRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * What `ceph df` shows: the cluster's raw space and each pool's use of it.
   */
  Df(argument: _dcnsim_v1_DfRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  Df(argument: _dcnsim_v1_DfRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  Df(argument: _dcnsim_v1_DfRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  Df(argument: _dcnsim_v1_DfRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  /**
   * What `ceph df` shows: the cluster's raw space and each pool's use of it.
   */
  df(argument: _dcnsim_v1_DfRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  df(argument: _dcnsim_v1_DfRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  df(argument: _dcnsim_v1_DfRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  df(argument: _dcnsim_v1_DfRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterUsage__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a range back to the cluster; it then reads as zeros. Ends are rounded inwards to 64 KiB, and what lies past
   * the image's end is ignored. Fails with `invalid_argument` when the offset is past the end; `no_space`.
   */
  Discard(argument: _dcnsim_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Discard(argument: _dcnsim_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Discard(argument: _dcnsim_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Discard(argument: _dcnsim_v1_DiscardRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a range back to the cluster; it then reads as zeros. Ends are rounded inwards to 64 KiB, and what lies past
   * the image's end is ignored. Fails with `invalid_argument` when the offset is past the end; `no_space`.
   */
  discard(argument: _dcnsim_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  discard(argument: _dcnsim_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  discard(argument: _dcnsim_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  discard(argument: _dcnsim_v1_DiscardRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  DiskUsage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  DiskUsage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  DiskUsage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  DiskUsage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  diskUsage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  diskUsage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  diskUsage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  diskUsage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_DiskUsageResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Copies what the parent still provides and cuts the tie. Fails with `invalid_argument` without a parent; `no_space`.
   */
  Flatten(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flatten(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flatten(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flatten(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Copies what the parent still provides and cuts the tie. Fails with `invalid_argument` without a parent; `no_space`.
   */
  flatten(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flatten(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flatten(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flatten(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes what was acknowledged survive a power failure too.
   */
  Flush(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flush(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flush(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Flush(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes what was acknowledged survive a power failure too.
   */
  flush(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flush(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flush(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  flush(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The cluster's name and fsid.
   */
  GetCluster(argument: _dcnsim_v1_GetClusterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  GetCluster(argument: _dcnsim_v1_GetClusterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  GetCluster(argument: _dcnsim_v1_GetClusterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  GetCluster(argument: _dcnsim_v1_GetClusterRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  /**
   * The cluster's name and fsid.
   */
  getCluster(argument: _dcnsim_v1_GetClusterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  getCluster(argument: _dcnsim_v1_GetClusterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  getCluster(argument: _dcnsim_v1_GetClusterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  getCluster(argument: _dcnsim_v1_GetClusterRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterIdentity__Output>): grpc.ClientUnaryCall;
  
  /**
   * What `rbd info` shows of an image, or of it as it was at a snapshot.
   */
  GetImageInfo(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  GetImageInfo(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  GetImageInfo(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  GetImageInfo(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  /**
   * What `rbd info` shows of an image, or of it as it was at a snapshot.
   */
  getImageInfo(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  getImageInfo(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  getImageInfo(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  getImageInfo(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_RbdImageInfo__Output>): grpc.ClientUnaryCall;
  
  /**
   * The clones of a snapshot. Needs leave to look for children in every pool.
   */
  ListChildren(argument: _dcnsim_v1_ListChildrenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListChildrenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListChildrenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  ListChildren(argument: _dcnsim_v1_ListChildrenRequest, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The clones of a snapshot. Needs leave to look for children in every pool.
   */
  listChildren(argument: _dcnsim_v1_ListChildrenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListChildrenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListChildrenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  listChildren(argument: _dcnsim_v1_ListChildrenRequest, callback: grpc.requestCallback<_dcnsim_v1_ListChildrenResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Heads and snapshots, as `rbd ls -l` shows them: images by name, each followed by its snapshots by id.
   */
  ListDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  ListDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  ListDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  ListDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Heads and snapshots, as `rbd ls -l` shows them: images by name, each followed by its snapshots by id.
   */
  listDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  listDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  listDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  listDetailed(argument: _dcnsim_v1_ListRbdImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListDetailedResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Where a reader would find stored bytes, the parent's included, as ordered, merged runs.
   */
  ListExtents(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  ListExtents(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  ListExtents(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  ListExtents(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Where a reader would find stored bytes, the parent's included, as ordered, merged runs.
   */
  listExtents(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  listExtents(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  listExtents(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  listExtents(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_ListExtentsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The names of a pool's images, sorted.
   */
  ListImages(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListRbdImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListRbdImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The names of a pool's images, sorted.
   */
  listImages(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListRbdImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListRbdImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListRbdImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListRbdImagesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All pools, by id.
   */
  ListPools(argument: _dcnsim_v1_ListPoolsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  ListPools(argument: _dcnsim_v1_ListPoolsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  ListPools(argument: _dcnsim_v1_ListPoolsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  ListPools(argument: _dcnsim_v1_ListPoolsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * All pools, by id.
   */
  listPools(argument: _dcnsim_v1_ListPoolsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  listPools(argument: _dcnsim_v1_ListPoolsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  listPools(argument: _dcnsim_v1_ListPoolsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  listPools(argument: _dcnsim_v1_ListPoolsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListPoolsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * An image's snapshots, by id: oldest first.
   */
  ListSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * An image's snapshots, by id: oldest first.
   */
  listSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _dcnsim_v1_ListRbdSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListRbdSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keeps a snapshot from removal, so that it can be cloned. Fails with `conflict` (EBUSY) when it is protected
   * already.
   */
  ProtectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ProtectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ProtectSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  ProtectSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Keeps a snapshot from removal, so that it can be cloned. Fails with `conflict` (EBUSY) when it is protected
   * already.
   */
  protectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  protectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  protectSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  protectSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The content of a range in order and without gaps, paced by the reader. Fails with `invalid_argument` when the
   * offset is past the end; `not_found` also when the image is removed meanwhile.
   */
  Read(argument: _dcnsim_v1_ReadRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  Read(argument: _dcnsim_v1_ReadRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  /**
   * The content of a range in order and without gaps, paced by the reader. Fails with `invalid_argument` when the
   * offset is past the end; `not_found` also when the image is removed meanwhile.
   */
  read(argument: _dcnsim_v1_ReadRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  read(argument: _dcnsim_v1_ReadRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  
  /**
   * Removes an image and its data. Fails with `conflict` while it has snapshots (ENOTEMPTY) or is open (EBUSY).
   */
  RemoveImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes an image and its data. Fails with `conflict` while it has snapshots (ENOTEMPTY) or is open (EBUSY).
   */
  removeImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeImage(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a snapshot and the data that only it had. One that clones of format 2 stand on stays for them, under a name
   * that nobody uses. Fails with `conflict` (EBUSY) while it is protected.
   */
  RemoveSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RemoveSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a snapshot and the data that only it had. One that clones of format 2 stand on stays for them, under a name
   * that nobody uses. Fails with `conflict` (EBUSY) while it is protected.
   */
  removeSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  removeSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives an image another name in its pool; its clones stay its children. Fails with `already_exists`, for its own
   * name too.
   */
  RenameImage(argument: _dcnsim_v1_RenameRbdImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameImage(argument: _dcnsim_v1_RenameRbdImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameImage(argument: _dcnsim_v1_RenameRbdImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  RenameImage(argument: _dcnsim_v1_RenameRbdImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives an image another name in its pool; its clones stay its children. Fails with `already_exists`, for its own
   * name too.
   */
  renameImage(argument: _dcnsim_v1_RenameRbdImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameImage(argument: _dcnsim_v1_RenameRbdImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameImage(argument: _dcnsim_v1_RenameRbdImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  renameImage(argument: _dcnsim_v1_RenameRbdImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes an image's size. Growing stores nothing; shrinking drops the data past the new end, and lowers the overlap
   * with the parent for good. Fails with `invalid_argument` for shrinking without leave; `no_space`.
   */
  Resize(argument: _dcnsim_v1_ResizeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Resize(argument: _dcnsim_v1_ResizeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Resize(argument: _dcnsim_v1_ResizeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Resize(argument: _dcnsim_v1_ResizeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Changes an image's size. Growing stores nothing; shrinking drops the data past the new end, and lowers the overlap
   * with the parent for good. Fails with `invalid_argument` for shrinking without leave; `no_space`.
   */
  resize(argument: _dcnsim_v1_ResizeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  resize(argument: _dcnsim_v1_ResizeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  resize(argument: _dcnsim_v1_ResizeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  resize(argument: _dcnsim_v1_ResizeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the image's head what the snapshot is, in size and data; what was written since is lost. Fails with
   * `no_space`.
   */
  Rollback(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rollback(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the image's head what the snapshot is, in size and data; what was written since is lost. Fails with
   * `no_space`.
   */
  rollback(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rollback(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes the protection off. Fails with `invalid_argument` (EINVAL) when there is none; `conflict` (EBUSY) while the
   * snapshot has children of clone format 1. Needs leave to look for children in every pool.
   */
  UnprotectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnprotectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnprotectSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnprotectSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes the protection off. Fails with `invalid_argument` (EINVAL) when there is none; `conflict` (EBUSY) while the
   * snapshot has children of clone format 1. Needs leave to look for children in every pool.
   */
  unprotectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unprotectSnapshot(argument: _dcnsim_v1_RbdSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unprotectSnapshot(argument: _dcnsim_v1_RbdSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unprotectSnapshot(argument: _dcnsim_v1_RbdSpec, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Writes pieces in the order given. The first message names the image, the rest carry pieces; answered when
   * everything is stored and would survive a crash of the process. Fails with `invalid_argument` for a piece that
   * reaches past the end; `no_space`. What was written before a failure stays.
   */
  Write(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  Write(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  Write(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  Write(callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  /**
   * Writes pieces in the order given. The first message names the image, the rest carry pieces; answered when
   * everything is stored and would survive a crash of the process. Fails with `invalid_argument` for a piece that
   * reaches past the end; `no_space`. What was written before a failure stays.
   */
  write(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  write(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  write(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  write(callback: grpc.requestCallback<_dcnsim_v1_WriteResponse__Output>): grpc.ClientWritableStream<_dcnsim_v1_WriteRequest>;
  
}

/**
 * One Ceph cluster's RBD, as services/ceph-sim/rbd.ts defines it. Each call carries the caller's cephx identity in the
 * metadata `x-cephx-user` (for example `client.openstack`) and `x-cephx-key`. Failures carry a `dcnsim.v1.ErrorDetail`
 * whose facts have librbd's `errno` (`ENOENT`, `EBUSY`, ...) and, where several rules share one, the `reason`.
 * 
 * Any call may fail with `unauthenticated` (unknown identity or wrong key), `forbidden` (its caps do not allow it),
 * `not_found` (no such pool, image or snapshot) or `unavailable` (the cluster is stopping). What is said of a call
 * below comes on top of these.
 */
export interface BlockStoreHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Opens an image as a running guest does (watcher and exclusive lock), until Detach or a restart of the cluster. The
   * same owner may do so again. Fails with `conflict` (EBUSY) while another owner has it open.
   */
  Attach: grpc.handleUnaryCall<_dcnsim_v1_AttachRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * A copy-on-write child of a snapshot. Fails with `invalid_argument` (EINVAL) when clone format 1 is meant and the
   * snapshot is not protected;
   * `unsupported` when its image has no layering; else as CreateImage.
   */
  Clone: grpc.handleUnaryCall<_dcnsim_v1_CloneRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes an image that stores nothing yet and reads as zeros. Fails with `already_exists`; `invalid_argument` for a
   * name, size or feature; `out_of_range` for the order; `unsupported` for a feature that is not simulated; `no_space`.
   */
  CreateImage: grpc.handleUnaryCall<_dcnsim_v1_CreateRbdImageRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes an empty pool with the cluster's replica count. Fails with `already_exists`; `invalid_argument` for the name.
   */
  CreatePool: grpc.handleUnaryCall<_dcnsim_v1_CreatePoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Keeps the image's present content under a name; copies no data. Fails with `already_exists`; `invalid_argument` for
   * the name; `no_space`.
   */
  CreateSnapshot: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Closes an image that the owner has open; of another owner's nothing changes, and that is no error.
   */
  Detach: grpc.handleUnaryCall<_dcnsim_v1_AttachRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * What `ceph df` shows: the cluster's raw space and each pool's use of it.
   */
  Df: grpc.handleUnaryCall<_dcnsim_v1_DfRequest__Output, _dcnsim_v1_ClusterUsage>;
  
  /**
   * Gives a range back to the cluster; it then reads as zeros. Ends are rounded inwards to 64 KiB, and what lies past
   * the image's end is ignored. Fails with `invalid_argument` when the offset is past the end; `no_space`.
   */
  Discard: grpc.handleUnaryCall<_dcnsim_v1_DiscardRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * What `rbd du` shows: one entry for each snapshot, oldest first, then the head.
   */
  DiskUsage: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_DiskUsageResponse>;
  
  /**
   * Copies what the parent still provides and cuts the tie. Fails with `invalid_argument` without a parent; `no_space`.
   */
  Flatten: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes what was acknowledged survive a power failure too.
   */
  Flush: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * The cluster's name and fsid.
   */
  GetCluster: grpc.handleUnaryCall<_dcnsim_v1_GetClusterRequest__Output, _dcnsim_v1_ClusterIdentity>;
  
  /**
   * What `rbd info` shows of an image, or of it as it was at a snapshot.
   */
  GetImageInfo: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_RbdImageInfo>;
  
  /**
   * The clones of a snapshot. Needs leave to look for children in every pool.
   */
  ListChildren: grpc.handleUnaryCall<_dcnsim_v1_ListChildrenRequest__Output, _dcnsim_v1_ListChildrenResponse>;
  
  /**
   * Heads and snapshots, as `rbd ls -l` shows them: images by name, each followed by its snapshots by id.
   */
  ListDetailed: grpc.handleUnaryCall<_dcnsim_v1_ListRbdImagesRequest__Output, _dcnsim_v1_ListDetailedResponse>;
  
  /**
   * Where a reader would find stored bytes, the parent's included, as ordered, merged runs.
   */
  ListExtents: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListExtentsResponse>;
  
  /**
   * The names of a pool's images, sorted.
   */
  ListImages: grpc.handleUnaryCall<_dcnsim_v1_ListRbdImagesRequest__Output, _dcnsim_v1_ListRbdImagesResponse>;
  
  /**
   * All pools, by id.
   */
  ListPools: grpc.handleUnaryCall<_dcnsim_v1_ListPoolsRequest__Output, _dcnsim_v1_ListPoolsResponse>;
  
  /**
   * An image's snapshots, by id: oldest first.
   */
  ListSnapshots: grpc.handleUnaryCall<_dcnsim_v1_ListRbdSnapshotsRequest__Output, _dcnsim_v1_ListRbdSnapshotsResponse>;
  
  /**
   * Keeps a snapshot from removal, so that it can be cloned. Fails with `conflict` (EBUSY) when it is protected
   * already.
   */
  ProtectSnapshot: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * The content of a range in order and without gaps, paced by the reader. Fails with `invalid_argument` when the
   * offset is past the end; `not_found` also when the image is removed meanwhile.
   */
  Read: grpc.handleServerStreamingCall<_dcnsim_v1_ReadRequest__Output, _dcnsim_v1_ContentPiece>;
  
  /**
   * Removes an image and its data. Fails with `conflict` while it has snapshots (ENOTEMPTY) or is open (EBUSY).
   */
  RemoveImage: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes a snapshot and the data that only it had. One that clones of format 2 stand on stays for them, under a name
   * that nobody uses. Fails with `conflict` (EBUSY) while it is protected.
   */
  RemoveSnapshot: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Gives an image another name in its pool; its clones stay its children. Fails with `already_exists`, for its own
   * name too.
   */
  RenameImage: grpc.handleUnaryCall<_dcnsim_v1_RenameRbdImageRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Changes an image's size. Growing stores nothing; shrinking drops the data past the new end, and lowers the overlap
   * with the parent for good. Fails with `invalid_argument` for shrinking without leave; `no_space`.
   */
  Resize: grpc.handleUnaryCall<_dcnsim_v1_ResizeRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Makes the image's head what the snapshot is, in size and data; what was written since is lost. Fails with
   * `no_space`.
   */
  Rollback: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes the protection off. Fails with `invalid_argument` (EINVAL) when there is none; `conflict` (EBUSY) while the
   * snapshot has children of clone format 1. Needs leave to look for children in every pool.
   */
  UnprotectSnapshot: grpc.handleUnaryCall<_dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done>;
  
  /**
   * Writes pieces in the order given. The first message names the image, the rest carry pieces; answered when
   * everything is stored and would survive a crash of the process. Fails with `invalid_argument` for a piece that
   * reaches past the end; `no_space`. What was written before a failure stays.
   */
  Write: grpc.handleClientStreamingCall<_dcnsim_v1_WriteRequest__Output, _dcnsim_v1_WriteResponse>;
  
}

export interface BlockStoreDefinition extends grpc.ServiceDefinition {
  Attach: MethodDefinition<_dcnsim_v1_AttachRequest, _dcnsim_v1_Done, _dcnsim_v1_AttachRequest__Output, _dcnsim_v1_Done__Output>
  Clone: MethodDefinition<_dcnsim_v1_CloneRequest, _dcnsim_v1_Done, _dcnsim_v1_CloneRequest__Output, _dcnsim_v1_Done__Output>
  CreateImage: MethodDefinition<_dcnsim_v1_CreateRbdImageRequest, _dcnsim_v1_Done, _dcnsim_v1_CreateRbdImageRequest__Output, _dcnsim_v1_Done__Output>
  CreatePool: MethodDefinition<_dcnsim_v1_CreatePoolRequest, _dcnsim_v1_Done, _dcnsim_v1_CreatePoolRequest__Output, _dcnsim_v1_Done__Output>
  CreateSnapshot: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Detach: MethodDefinition<_dcnsim_v1_AttachRequest, _dcnsim_v1_Done, _dcnsim_v1_AttachRequest__Output, _dcnsim_v1_Done__Output>
  Df: MethodDefinition<_dcnsim_v1_DfRequest, _dcnsim_v1_ClusterUsage, _dcnsim_v1_DfRequest__Output, _dcnsim_v1_ClusterUsage__Output>
  Discard: MethodDefinition<_dcnsim_v1_DiscardRequest, _dcnsim_v1_Done, _dcnsim_v1_DiscardRequest__Output, _dcnsim_v1_Done__Output>
  DiskUsage: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_DiskUsageResponse, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_DiskUsageResponse__Output>
  Flatten: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Flush: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  GetCluster: MethodDefinition<_dcnsim_v1_GetClusterRequest, _dcnsim_v1_ClusterIdentity, _dcnsim_v1_GetClusterRequest__Output, _dcnsim_v1_ClusterIdentity__Output>
  GetImageInfo: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_RbdImageInfo, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_RbdImageInfo__Output>
  ListChildren: MethodDefinition<_dcnsim_v1_ListChildrenRequest, _dcnsim_v1_ListChildrenResponse, _dcnsim_v1_ListChildrenRequest__Output, _dcnsim_v1_ListChildrenResponse__Output>
  ListDetailed: MethodDefinition<_dcnsim_v1_ListRbdImagesRequest, _dcnsim_v1_ListDetailedResponse, _dcnsim_v1_ListRbdImagesRequest__Output, _dcnsim_v1_ListDetailedResponse__Output>
  ListExtents: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_ListExtentsResponse, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_ListExtentsResponse__Output>
  ListImages: MethodDefinition<_dcnsim_v1_ListRbdImagesRequest, _dcnsim_v1_ListRbdImagesResponse, _dcnsim_v1_ListRbdImagesRequest__Output, _dcnsim_v1_ListRbdImagesResponse__Output>
  ListPools: MethodDefinition<_dcnsim_v1_ListPoolsRequest, _dcnsim_v1_ListPoolsResponse, _dcnsim_v1_ListPoolsRequest__Output, _dcnsim_v1_ListPoolsResponse__Output>
  ListSnapshots: MethodDefinition<_dcnsim_v1_ListRbdSnapshotsRequest, _dcnsim_v1_ListRbdSnapshotsResponse, _dcnsim_v1_ListRbdSnapshotsRequest__Output, _dcnsim_v1_ListRbdSnapshotsResponse__Output>
  ProtectSnapshot: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Read: MethodDefinition<_dcnsim_v1_ReadRequest, _dcnsim_v1_ContentPiece, _dcnsim_v1_ReadRequest__Output, _dcnsim_v1_ContentPiece__Output>
  RemoveImage: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  RemoveSnapshot: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  RenameImage: MethodDefinition<_dcnsim_v1_RenameRbdImageRequest, _dcnsim_v1_Done, _dcnsim_v1_RenameRbdImageRequest__Output, _dcnsim_v1_Done__Output>
  Resize: MethodDefinition<_dcnsim_v1_ResizeRequest, _dcnsim_v1_Done, _dcnsim_v1_ResizeRequest__Output, _dcnsim_v1_Done__Output>
  Rollback: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  UnprotectSnapshot: MethodDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_Done, _dcnsim_v1_RbdSpec__Output, _dcnsim_v1_Done__Output>
  Write: MethodDefinition<_dcnsim_v1_WriteRequest, _dcnsim_v1_WriteResponse, _dcnsim_v1_WriteRequest__Output, _dcnsim_v1_WriteResponse__Output>
}
