// Original file: proto/dcnsim/v1/site_agent.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AgentCreateVolumeRequest as _dcnsim_v1_AgentCreateVolumeRequest, AgentCreateVolumeRequest__Output as _dcnsim_v1_AgentCreateVolumeRequest__Output } from '../../dcnsim/v1/AgentCreateVolumeRequest.ts';
import type { AgentCreateVolumeResponse as _dcnsim_v1_AgentCreateVolumeResponse, AgentCreateVolumeResponse__Output as _dcnsim_v1_AgentCreateVolumeResponse__Output } from '../../dcnsim/v1/AgentCreateVolumeResponse.ts';
import type { AgentVolumeRequest as _dcnsim_v1_AgentVolumeRequest, AgentVolumeRequest__Output as _dcnsim_v1_AgentVolumeRequest__Output } from '../../dcnsim/v1/AgentVolumeRequest.ts';
import type { AgentVolumeSnapshotRequest as _dcnsim_v1_AgentVolumeSnapshotRequest, AgentVolumeSnapshotRequest__Output as _dcnsim_v1_AgentVolumeSnapshotRequest__Output } from '../../dcnsim/v1/AgentVolumeSnapshotRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { ListComputeLogRequest as _dcnsim_v1_ListComputeLogRequest, ListComputeLogRequest__Output as _dcnsim_v1_ListComputeLogRequest__Output } from '../../dcnsim/v1/ListComputeLogRequest.ts';
import type { ListComputeLogResponse as _dcnsim_v1_ListComputeLogResponse, ListComputeLogResponse__Output as _dcnsim_v1_ListComputeLogResponse__Output } from '../../dcnsim/v1/ListComputeLogResponse.ts';
import type { PowerServerRequest as _dcnsim_v1_PowerServerRequest, PowerServerRequest__Output as _dcnsim_v1_PowerServerRequest__Output } from '../../dcnsim/v1/PowerServerRequest.ts';
import type { SnapshotDiskRequest as _dcnsim_v1_SnapshotDiskRequest, SnapshotDiskRequest__Output as _dcnsim_v1_SnapshotDiskRequest__Output } from '../../dcnsim/v1/SnapshotDiskRequest.ts';
import type { SnapshotDiskResponse as _dcnsim_v1_SnapshotDiskResponse, SnapshotDiskResponse__Output as _dcnsim_v1_SnapshotDiskResponse__Output } from '../../dcnsim/v1/SnapshotDiskResponse.ts';
import type { SpawnServerRequest as _dcnsim_v1_SpawnServerRequest, SpawnServerRequest__Output as _dcnsim_v1_SpawnServerRequest__Output } from '../../dcnsim/v1/SpawnServerRequest.ts';

/**
 * What the hub asks of a site: cinder-volume and the compute hosts there. Calls are answered when the work is done, and
 * end when the caller gives up. The message of a failure is what the user sees.
 * 
 * Any call that works on a volume, snapshot, server or image may fail with `conflict` while another one works on the
 * same thing, with `unavailable` when the site is stopping, and with what the cluster says (see BlockStore).
 */
export interface SiteAgentClient extends grpc.Client {
  /**
   * Makes `volume-<id>` in the pool `volumes`: empty, or with its source's data, copy-on-write where the source is in
   * this cluster and else downloaded from the hub. Nothing stays behind on failure: `invalid_argument` for an image
   * that does not fit, `conflict` for one that is not what its format says, `corrupt` for a download of the wrong
   * length, `not_found`, `already_exists`, `no_space`.
   */
  CreateVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes `volume-<id>` in the pool `volumes`: empty, or with its source's data, copy-on-write where the source is in
   * this cluster and else downloaded from the hub. Nothing stays behind on failure: `invalid_argument` for an image
   * that does not fit, `conflict` for one that is not what its format says, `corrupt` for a download of the wrong
   * length, `not_found`, `already_exists`, `no_space`.
   */
  createVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _dcnsim_v1_AgentCreateVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_AgentCreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a protected snapshot `snapshot-<id>` of a volume. Fails with `not_found`; `no_space`.
   */
  CreateVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  CreateVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a protected snapshot `snapshot-<id>` of a volume. Fails with `not_found`; `no_space`.
   */
  createVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  createVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a volume, ending its creation if that is under way; one that others were cloned from stays under another
   * name until the last of them goes. One that is gone already is no error. Fails with `conflict` while it has
   * snapshots or is open.
   */
  DeleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a volume, ending its creation if that is under way; one that others were cloned from stays under another
   * name until the last of them goes. One that is gone already is no error. Fails with `conflict` while it has
   * snapshots or is open.
   */
  deleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _dcnsim_v1_AgentVolumeRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a snapshot; volumes made from it are flattened first. One that is gone already is no error. Fails with
   * `conflict` while they cannot be flattened.
   */
  DeleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a snapshot; volumes made from it are flattened first. One that is gone already is no error. Fails with
   * `conflict` while they cannot be flattened.
   */
  deleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteVolumeSnapshot(argument: _dcnsim_v1_AgentVolumeSnapshotRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends a build that is under way, stops the guest and removes its own disk; volumes stay. A disk that is gone already
   * is no error. Fails with `conflict` while it stays open after a minute of attempts.
   */
  DestroyServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DestroyServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DestroyServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DestroyServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Ends a build that is under way, stops the guest and removes its own disk; volumes stay. A disk that is gone already
   * is no error. Fails with `conflict` while it stays open after a minute of attempts.
   */
  destroyServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  destroyServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  destroyServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  destroyServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The compute log of the site's hosts: the newest 10000 lines, oldest first.
   */
  ListComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  ListComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  ListComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  ListComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The compute log of the site's hosts: the newest 10000 lines, oldest first.
   */
  listComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  listComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  listComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  listComputeLog(argument: _dcnsim_v1_ListComputeLogRequest, callback: grpc.requestCallback<_dcnsim_v1_ListComputeLogResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Stops the guest and closes its disk. One that is off already is no error.
   */
  PowerOffServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOffServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOffServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOffServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Stops the guest and closes its disk. One that is off already is no error.
   */
  powerOffServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOffServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOffServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOffServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Opens the disk and starts the guest. Fails with `not_found` without a disk; `conflict` when another has it open.
   */
  PowerOnServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOnServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOnServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  PowerOnServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Opens the disk and starts the guest. Fails with `not_found` without a disk; `conflict` when another has it open.
   */
  powerOnServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOnServer(argument: _dcnsim_v1_PowerServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOnServer(argument: _dcnsim_v1_PowerServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  powerOnServer(argument: _dcnsim_v1_PowerServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Nova's direct snapshot: a flat, protected image in the pool `images`, made inside this cluster. Fails with
   * `forbidden` when the site's identity may not write there; `already_exists`; `no_space`. Nothing stays behind.
   */
  SnapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  SnapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  SnapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  SnapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Nova's direct snapshot: a flat, protected image in the pool `images`, made inside this cluster. Fails with
   * `forbidden` when the site's identity may not write there; `already_exists`; `no_space`. Nothing stays behind.
   */
  snapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  snapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  snapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  snapshotDisk(argument: _dcnsim_v1_SnapshotDiskRequest, callback: grpc.requestCallback<_dcnsim_v1_SnapshotDiskResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the root disk (or opens the volume) and starts the guest. Fails with the text that Nova would show, and
   * leaves nothing behind: `conflict` with the reason `build_aborted` when no host could build the server (an image
   * that may not or cannot be used here, a flavor that is too small), `not_found` for the host, `no_space`.
   */
  SpawnServer(argument: _dcnsim_v1_SpawnServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SpawnServer(argument: _dcnsim_v1_SpawnServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SpawnServer(argument: _dcnsim_v1_SpawnServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SpawnServer(argument: _dcnsim_v1_SpawnServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the root disk (or opens the volume) and starts the guest. Fails with the text that Nova would show, and
   * leaves nothing behind: `conflict` with the reason `build_aborted` when no host could build the server (an image
   * that may not or cannot be used here, a flavor that is too small), `not_found` for the host, `no_space`.
   */
  spawnServer(argument: _dcnsim_v1_SpawnServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  spawnServer(argument: _dcnsim_v1_SpawnServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  spawnServer(argument: _dcnsim_v1_SpawnServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  spawnServer(argument: _dcnsim_v1_SpawnServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What the hub asks of a site: cinder-volume and the compute hosts there. Calls are answered when the work is done, and
 * end when the caller gives up. The message of a failure is what the user sees.
 * 
 * Any call that works on a volume, snapshot, server or image may fail with `conflict` while another one works on the
 * same thing, with `unavailable` when the site is stopping, and with what the cluster says (see BlockStore).
 */
export interface SiteAgentHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes `volume-<id>` in the pool `volumes`: empty, or with its source's data, copy-on-write where the source is in
   * this cluster and else downloaded from the hub. Nothing stays behind on failure: `invalid_argument` for an image
   * that does not fit, `conflict` for one that is not what its format says, `corrupt` for a download of the wrong
   * length, `not_found`, `already_exists`, `no_space`.
   */
  CreateVolume: grpc.handleUnaryCall<_dcnsim_v1_AgentCreateVolumeRequest__Output, _dcnsim_v1_AgentCreateVolumeResponse>;
  
  /**
   * Takes a protected snapshot `snapshot-<id>` of a volume. Fails with `not_found`; `no_space`.
   */
  CreateVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_AgentVolumeSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes a volume, ending its creation if that is under way; one that others were cloned from stays under another
   * name until the last of them goes. One that is gone already is no error. Fails with `conflict` while it has
   * snapshots or is open.
   */
  DeleteVolume: grpc.handleUnaryCall<_dcnsim_v1_AgentVolumeRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes a snapshot; volumes made from it are flattened first. One that is gone already is no error. Fails with
   * `conflict` while they cannot be flattened.
   */
  DeleteVolumeSnapshot: grpc.handleUnaryCall<_dcnsim_v1_AgentVolumeSnapshotRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Ends a build that is under way, stops the guest and removes its own disk; volumes stay. A disk that is gone already
   * is no error. Fails with `conflict` while it stays open after a minute of attempts.
   */
  DestroyServer: grpc.handleUnaryCall<_dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The compute log of the site's hosts: the newest 10000 lines, oldest first.
   */
  ListComputeLog: grpc.handleUnaryCall<_dcnsim_v1_ListComputeLogRequest__Output, _dcnsim_v1_ListComputeLogResponse>;
  
  /**
   * Stops the guest and closes its disk. One that is off already is no error.
   */
  PowerOffServer: grpc.handleUnaryCall<_dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Opens the disk and starts the guest. Fails with `not_found` without a disk; `conflict` when another has it open.
   */
  PowerOnServer: grpc.handleUnaryCall<_dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Nova's direct snapshot: a flat, protected image in the pool `images`, made inside this cluster. Fails with
   * `forbidden` when the site's identity may not write there; `already_exists`; `no_space`. Nothing stays behind.
   */
  SnapshotDisk: grpc.handleUnaryCall<_dcnsim_v1_SnapshotDiskRequest__Output, _dcnsim_v1_SnapshotDiskResponse>;
  
  /**
   * Makes the root disk (or opens the volume) and starts the guest. Fails with the text that Nova would show, and
   * leaves nothing behind: `conflict` with the reason `build_aborted` when no host could build the server (an image
   * that may not or cannot be used here, a flavor that is too small), `not_found` for the host, `no_space`.
   */
  SpawnServer: grpc.handleUnaryCall<_dcnsim_v1_SpawnServerRequest__Output, _dcnsim_v1_Done>;
  
}

export interface SiteAgentDefinition extends grpc.ServiceDefinition {
  CreateVolume: MethodDefinition<_dcnsim_v1_AgentCreateVolumeRequest, _dcnsim_v1_AgentCreateVolumeResponse, _dcnsim_v1_AgentCreateVolumeRequest__Output, _dcnsim_v1_AgentCreateVolumeResponse__Output>
  CreateVolumeSnapshot: MethodDefinition<_dcnsim_v1_AgentVolumeSnapshotRequest, _dcnsim_v1_Done, _dcnsim_v1_AgentVolumeSnapshotRequest__Output, _dcnsim_v1_Done__Output>
  DeleteVolume: MethodDefinition<_dcnsim_v1_AgentVolumeRequest, _dcnsim_v1_Done, _dcnsim_v1_AgentVolumeRequest__Output, _dcnsim_v1_Done__Output>
  DeleteVolumeSnapshot: MethodDefinition<_dcnsim_v1_AgentVolumeSnapshotRequest, _dcnsim_v1_Done, _dcnsim_v1_AgentVolumeSnapshotRequest__Output, _dcnsim_v1_Done__Output>
  DestroyServer: MethodDefinition<_dcnsim_v1_PowerServerRequest, _dcnsim_v1_Done, _dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done__Output>
  ListComputeLog: MethodDefinition<_dcnsim_v1_ListComputeLogRequest, _dcnsim_v1_ListComputeLogResponse, _dcnsim_v1_ListComputeLogRequest__Output, _dcnsim_v1_ListComputeLogResponse__Output>
  PowerOffServer: MethodDefinition<_dcnsim_v1_PowerServerRequest, _dcnsim_v1_Done, _dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done__Output>
  PowerOnServer: MethodDefinition<_dcnsim_v1_PowerServerRequest, _dcnsim_v1_Done, _dcnsim_v1_PowerServerRequest__Output, _dcnsim_v1_Done__Output>
  SnapshotDisk: MethodDefinition<_dcnsim_v1_SnapshotDiskRequest, _dcnsim_v1_SnapshotDiskResponse, _dcnsim_v1_SnapshotDiskRequest__Output, _dcnsim_v1_SnapshotDiskResponse__Output>
  SpawnServer: MethodDefinition<_dcnsim_v1_SpawnServerRequest, _dcnsim_v1_Done, _dcnsim_v1_SpawnServerRequest__Output, _dcnsim_v1_Done__Output>
}
