// Original file: proto/dcnsim/v1/hub.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateVolumeRequest as _dcnsim_v1_CreateVolumeRequest, CreateVolumeRequest__Output as _dcnsim_v1_CreateVolumeRequest__Output } from '../../dcnsim/v1/CreateVolumeRequest.ts';
import type { CreateVolumeSnapshotRequest as _dcnsim_v1_CreateVolumeSnapshotRequest, CreateVolumeSnapshotRequest__Output as _dcnsim_v1_CreateVolumeSnapshotRequest__Output } from '../../dcnsim/v1/CreateVolumeSnapshotRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListVolumeSnapshotsRequest as _dcnsim_v1_ListVolumeSnapshotsRequest, ListVolumeSnapshotsRequest__Output as _dcnsim_v1_ListVolumeSnapshotsRequest__Output } from '../../dcnsim/v1/ListVolumeSnapshotsRequest.ts';
import type { ListVolumeSnapshotsResponse as _dcnsim_v1_ListVolumeSnapshotsResponse, ListVolumeSnapshotsResponse__Output as _dcnsim_v1_ListVolumeSnapshotsResponse__Output } from '../../dcnsim/v1/ListVolumeSnapshotsResponse.ts';
import type { ListVolumesRequest as _dcnsim_v1_ListVolumesRequest, ListVolumesRequest__Output as _dcnsim_v1_ListVolumesRequest__Output } from '../../dcnsim/v1/ListVolumesRequest.ts';
import type { ListVolumesResponse as _dcnsim_v1_ListVolumesResponse, ListVolumesResponse__Output as _dcnsim_v1_ListVolumesResponse__Output } from '../../dcnsim/v1/ListVolumesResponse.ts';
import type { Volume as _dcnsim_v1_Volume, Volume__Output as _dcnsim_v1_Volume__Output } from '../../dcnsim/v1/Volume.ts';
import type { VolumeRequest as _dcnsim_v1_VolumeRequest, VolumeRequest__Output as _dcnsim_v1_VolumeRequest__Output } from '../../dcnsim/v1/VolumeRequest.ts';
import type { VolumeSnapshot as _dcnsim_v1_VolumeSnapshot, VolumeSnapshot__Output as _dcnsim_v1_VolumeSnapshot__Output } from '../../dcnsim/v1/VolumeSnapshot.ts';
import type { VolumeSnapshotRequest as _dcnsim_v1_VolumeSnapshotRequest, VolumeSnapshotRequest__Output as _dcnsim_v1_VolumeSnapshotRequest__Output } from '../../dcnsim/v1/VolumeSnapshotRequest.ts';

/**
 * Cinder: volumes and their snapshots; an availability zone is a site.
 */
export interface VolumesClient extends grpc.Client {
  /**
   * Answered while the volume is `creating`; it ends `available`, or `error` (also when its site is down). Fails with
   * `invalid_argument` for an unknown zone, a size that is too small, a source in a wrong status or in another zone;
   * `not_found` for the source.
   */
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the volume is `creating`; it ends `available`, or `error` (also when its site is down). Fails with
   * `invalid_argument` for an unknown zone, a size that is too small, a source in a wrong status or in another zone;
   * `not_found` for the source.
   */
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the snapshot is `creating`; it ends `available`, or `error`. Fails with `not_found`;
   * `invalid_argument` unless the volume is `available`, or `in-use` with `force`.
   */
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the snapshot is `creating`; it ends `available`, or `error`. Fails with `not_found`;
   * `invalid_argument` unless the volume is `available`, or `in-use` with `force`.
   */
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the volume is `deleting`; its record goes last, or ends `error_deleting`. Waits for a site that has
   * not registered. Fails with `not_found`; `invalid_argument` in a wrong status, attached, or with snapshots.
   */
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the volume is `deleting`; its record goes last, or ends `error_deleting`. Waits for a site that has
   * not registered. Fails with `not_found`; `invalid_argument` in a wrong status, attached, or with snapshots.
   */
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the snapshot is `deleting`; its record goes last, returns to `available` when it is still needed, or
   * ends `error_deleting`. Fails with `not_found`; `invalid_argument` in a wrong status.
   */
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the snapshot is `deleting`; its record goes last, returns to `available` when it is still needed, or
   * ends `error_deleting`. Fails with `not_found`; `invalid_argument` in a wrong status.
   */
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * One volume as it is now. Fails with `not_found`.
   */
  GetVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  /**
   * One volume as it is now. Fails with `not_found`.
   */
  getVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  
  /**
   * One snapshot as it is now. Fails with `not_found`.
   */
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  /**
   * One snapshot as it is now. Fails with `not_found`.
   */
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  
  /**
   * The volume snapshots of the caller's project; an admin sees all.
   */
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The volume snapshots of the caller's project; an admin sees all.
   */
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The volumes of the caller's project; an admin sees all.
   */
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The volumes of the caller's project; an admin sees all.
   */
  listVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  listVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  listVolumes(argument: _dcnsim_v1_ListVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  listVolumes(argument: _dcnsim_v1_ListVolumesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Cinder: volumes and their snapshots; an availability zone is a site.
 */
export interface VolumesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Answered while the volume is `creating`; it ends `available`, or `error` (also when its site is down). Fails with
   * `invalid_argument` for an unknown zone, a size that is too small, a source in a wrong status or in another zone;
   * `not_found` for the source.
   */
  CreateVolume: grpc.handleUnaryCall<_dcnsim_v1_CreateVolumeRequest__Output, _dcnsim_v1_Volume>;
  
  /**
   * Answered while the snapshot is `creating`; it ends `available`, or `error`. Fails with `not_found`;
   * `invalid_argument` unless the volume is `available`, or `in-use` with `force`.
   */
  CreateVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_CreateVolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot>;
  
  /**
   * Answered while the volume is `deleting`; its record goes last, or ends `error_deleting`. Waits for a site that has
   * not registered. Fails with `not_found`; `invalid_argument` in a wrong status, attached, or with snapshots.
   */
  DeleteVolume: grpc.handleUnaryCall<_dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Answered while the snapshot is `deleting`; its record goes last, returns to `available` when it is still needed, or
   * ends `error_deleting`. Fails with `not_found`; `invalid_argument` in a wrong status.
   */
  DeleteVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * One volume as it is now. Fails with `not_found`.
   */
  GetVolume: grpc.handleUnaryCall<_dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Volume>;
  
  /**
   * One snapshot as it is now. Fails with `not_found`.
   */
  GetVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot>;
  
  /**
   * The volume snapshots of the caller's project; an admin sees all.
   */
  ListVolumeSnapshots: grpc.handleUnaryCall<_dcnsim_v1_ListVolumeSnapshotsRequest__Output, _dcnsim_v1_ListVolumeSnapshotsResponse>;
  
  /**
   * The volumes of the caller's project; an admin sees all.
   */
  ListVolumes: grpc.handleUnaryCall<_dcnsim_v1_ListVolumesRequest__Output, _dcnsim_v1_ListVolumesResponse>;
  
}

export interface VolumesDefinition extends grpc.ServiceDefinition {
  CreateVolume: MethodDefinition<_dcnsim_v1_CreateVolumeRequest, _dcnsim_v1_Volume, _dcnsim_v1_CreateVolumeRequest__Output, _dcnsim_v1_Volume__Output>
  CreateVolumeSnapshot: MethodDefinition<_dcnsim_v1_CreateVolumeSnapshotRequest, _dcnsim_v1_VolumeSnapshot, _dcnsim_v1_CreateVolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot__Output>
  DeleteVolume: MethodDefinition<_dcnsim_v1_VolumeRequest, _dcnsim_v1_Done, _dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Done__Output>
  DeleteVolumeSnapshot: MethodDefinition<_dcnsim_v1_VolumeSnapshotRequest, _dcnsim_v1_Done, _dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_Done__Output>
  GetVolume: MethodDefinition<_dcnsim_v1_VolumeRequest, _dcnsim_v1_Volume, _dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Volume__Output>
  GetVolumeSnapshot: MethodDefinition<_dcnsim_v1_VolumeSnapshotRequest, _dcnsim_v1_VolumeSnapshot, _dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot__Output>
  ListVolumeSnapshots: MethodDefinition<_dcnsim_v1_ListVolumeSnapshotsRequest, _dcnsim_v1_ListVolumeSnapshotsResponse, _dcnsim_v1_ListVolumeSnapshotsRequest__Output, _dcnsim_v1_ListVolumeSnapshotsResponse__Output>
  ListVolumes: MethodDefinition<_dcnsim_v1_ListVolumesRequest, _dcnsim_v1_ListVolumesResponse, _dcnsim_v1_ListVolumesRequest__Output, _dcnsim_v1_ListVolumesResponse__Output>
}
