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
   * Answered while the volume is `creating`.
   */
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_CreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the volume is `creating`.
   */
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_CreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_CreateVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  GetVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  GetVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  getVolume(argument: _dcnsim_v1_VolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Volume__Output>): grpc.ClientUnaryCall;
  
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  GetVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  getVolumeSnapshot(argument: _dcnsim_v1_VolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_VolumeSnapshot__Output>): grpc.ClientUnaryCall;
  
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listVolumeSnapshots(argument: _dcnsim_v1_ListVolumeSnapshotsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumeSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
  ListVolumes(argument: _dcnsim_v1_ListVolumesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListVolumesResponse__Output>): grpc.ClientUnaryCall;
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
   * Answered while the volume is `creating`.
   */
  CreateVolume: grpc.handleUnaryCall<_dcnsim_v1_CreateVolumeRequest__Output, _dcnsim_v1_Volume>;
  
  CreateVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_CreateVolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot>;
  
  DeleteVolume: grpc.handleUnaryCall<_dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Done>;
  
  DeleteVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  GetVolume: grpc.handleUnaryCall<_dcnsim_v1_VolumeRequest__Output, _dcnsim_v1_Volume>;
  
  GetVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_VolumeSnapshotRequest__Output, _dcnsim_v1_VolumeSnapshot>;
  
  ListVolumeSnapshots: grpc.handleUnaryCall<_dcnsim_v1_ListVolumeSnapshotsRequest__Output, _dcnsim_v1_ListVolumeSnapshotsResponse>;
  
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
