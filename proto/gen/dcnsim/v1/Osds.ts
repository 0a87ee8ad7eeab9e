// Original file: proto/dcnsim/v1/osds.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DamageReport as _dcnsim_v1_DamageReport, DamageReport__Output as _dcnsim_v1_DamageReport__Output } from '../../dcnsim/v1/DamageReport.ts';
import type { DamageRequest as _dcnsim_v1_DamageRequest, DamageRequest__Output as _dcnsim_v1_DamageRequest__Output } from '../../dcnsim/v1/DamageRequest.ts';
import type { DeclareLostRequest as _dcnsim_v1_DeclareLostRequest, DeclareLostRequest__Output as _dcnsim_v1_DeclareLostRequest__Output } from '../../dcnsim/v1/DeclareLostRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { LocateRequest as _dcnsim_v1_LocateRequest, LocateRequest__Output as _dcnsim_v1_LocateRequest__Output } from '../../dcnsim/v1/LocateRequest.ts';
import type { ObjectPlacement as _dcnsim_v1_ObjectPlacement, ObjectPlacement__Output as _dcnsim_v1_ObjectPlacement__Output } from '../../dcnsim/v1/ObjectPlacement.ts';
import type { OsdRequest as _dcnsim_v1_OsdRequest, OsdRequest__Output as _dcnsim_v1_OsdRequest__Output } from '../../dcnsim/v1/OsdRequest.ts';
import type { RecoveryReport as _dcnsim_v1_RecoveryReport, RecoveryReport__Output as _dcnsim_v1_RecoveryReport__Output } from '../../dcnsim/v1/RecoveryReport.ts';
import type { RecoveryRequest as _dcnsim_v1_RecoveryRequest, RecoveryRequest__Output as _dcnsim_v1_RecoveryRequest__Output } from '../../dcnsim/v1/RecoveryRequest.ts';
import type { ReweightOsdRequest as _dcnsim_v1_ReweightOsdRequest, ReweightOsdRequest__Output as _dcnsim_v1_ReweightOsdRequest__Output } from '../../dcnsim/v1/ReweightOsdRequest.ts';

/**
 * Osds of a cluster and what happens to them, as services/ceph-sim/port/osds.ts defines them. Identities as in
 * BlockStore; calls that change an osd need leave to change the cluster map, and fail with `not_found` for one that
 * there is not. What osds are like, ClusterState.GetReport tells.
 */
export interface OsdsClient extends grpc.Client {
  /**
   * Gives up waiting for an osd's data: groups of which nothing is left start anew, empty. Fails with `forbidden` unless
   * sure; `conflict` (EBUSY) while it is up.
   */
  DeclareLost(argument: _dcnsim_v1_DeclareLostRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeclareLost(argument: _dcnsim_v1_DeclareLostRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeclareLost(argument: _dcnsim_v1_DeclareLostRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeclareLost(argument: _dcnsim_v1_DeclareLostRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives up waiting for an osd's data: groups of which nothing is left start anew, empty. Fails with `forbidden` unless
   * sure; `conflict` (EBUSY) while it is up.
   */
  declareLost(argument: _dcnsim_v1_DeclareLostRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  declareLost(argument: _dcnsim_v1_DeclareLostRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  declareLost(argument: _dcnsim_v1_DeclareLostRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  declareLost(argument: _dcnsim_v1_DeclareLostRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The simulator's own: a disk dies with all that is on it.
   */
  Fail(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Fail(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Fail(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Fail(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * The simulator's own: a disk dies with all that is on it.
   */
  fail(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  fail(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  fail(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  fail(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Every image and snapshot that has lost data for good.
   */
  GetDamage(argument: _dcnsim_v1_DamageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  GetDamage(argument: _dcnsim_v1_DamageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  GetDamage(argument: _dcnsim_v1_DamageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  GetDamage(argument: _dcnsim_v1_DamageRequest, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  /**
   * Every image and snapshot that has lost data for good.
   */
  getDamage(argument: _dcnsim_v1_DamageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  getDamage(argument: _dcnsim_v1_DamageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  getDamage(argument: _dcnsim_v1_DamageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  getDamage(argument: _dcnsim_v1_DamageRequest, callback: grpc.requestCallback<_dcnsim_v1_DamageReport__Output>): grpc.ClientUnaryCall;
  
  /**
   * What was copied so that there are as many replicas as there should be.
   */
  GetRecovery(argument: _dcnsim_v1_RecoveryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  GetRecovery(argument: _dcnsim_v1_RecoveryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  GetRecovery(argument: _dcnsim_v1_RecoveryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  GetRecovery(argument: _dcnsim_v1_RecoveryRequest, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  /**
   * What was copied so that there are as many replicas as there should be.
   */
  getRecovery(argument: _dcnsim_v1_RecoveryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  getRecovery(argument: _dcnsim_v1_RecoveryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  getRecovery(argument: _dcnsim_v1_RecoveryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  getRecovery(argument: _dcnsim_v1_RecoveryRequest, callback: grpc.requestCallback<_dcnsim_v1_RecoveryReport__Output>): grpc.ClientUnaryCall;
  
  /**
   * Where an object is.
   */
  Locate(argument: _dcnsim_v1_LocateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  Locate(argument: _dcnsim_v1_LocateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  Locate(argument: _dcnsim_v1_LocateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  Locate(argument: _dcnsim_v1_LocateRequest, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  /**
   * Where an object is.
   */
  locate(argument: _dcnsim_v1_LocateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  locate(argument: _dcnsim_v1_LocateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  locate(argument: _dcnsim_v1_LocateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  locate(argument: _dcnsim_v1_LocateRequest, callback: grpc.requestCallback<_dcnsim_v1_ObjectPlacement__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says that a daemon is down; one that runs is back two seconds later, unless the flag `noup` is set.
   */
  MarkDown(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkDown(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkDown(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkDown(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Says that a daemon is down; one that runs is back two seconds later, unless the flag `noup` is set.
   */
  markDown(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markDown(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markDown(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markDown(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes an osd in again.
   */
  MarkIn(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkIn(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkIn(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkIn(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes an osd in again.
   */
  markIn(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markIn(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markIn(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markIn(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes an osd out; its data goes to others, as far as there are any.
   */
  MarkOut(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkOut(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkOut(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  MarkOut(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes an osd out; its data goes to others, as far as there are any.
   */
  markOut(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markOut(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markOut(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  markOut(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The simulator's own: an empty disk in place of the old one, up and in.
   */
  Replace(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Replace(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Replace(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Replace(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * The simulator's own: an empty disk in place of the old one, up and in.
   */
  replace(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  replace(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  replace(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  replace(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says how much of its share an osd takes. Fails with `invalid_argument` outside of 0 to 1.
   */
  Reweight(argument: _dcnsim_v1_ReweightOsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Reweight(argument: _dcnsim_v1_ReweightOsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Reweight(argument: _dcnsim_v1_ReweightOsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Reweight(argument: _dcnsim_v1_ReweightOsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Says how much of its share an osd takes. Fails with `invalid_argument` outside of 0 to 1.
   */
  reweight(argument: _dcnsim_v1_ReweightOsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  reweight(argument: _dcnsim_v1_ReweightOsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  reweight(argument: _dcnsim_v1_ReweightOsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  reweight(argument: _dcnsim_v1_ReweightOsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The simulator's own: starts a daemon. Fails with `conflict` (EBUSY) when its disk has failed.
   */
  Start(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Start(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Start(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Start(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * The simulator's own: starts a daemon. Fails with `conflict` (EBUSY) when its disk has failed.
   */
  start(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  start(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  start(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  start(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The simulator's own: stops a daemon until it is started.
   */
  Stop(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Stop(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Stop(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Stop(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * The simulator's own: stops a daemon until it is started.
   */
  stop(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stop(argument: _dcnsim_v1_OsdRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stop(argument: _dcnsim_v1_OsdRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stop(argument: _dcnsim_v1_OsdRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Osds of a cluster and what happens to them, as services/ceph-sim/port/osds.ts defines them. Identities as in
 * BlockStore; calls that change an osd need leave to change the cluster map, and fail with `not_found` for one that
 * there is not. What osds are like, ClusterState.GetReport tells.
 */
export interface OsdsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Gives up waiting for an osd's data: groups of which nothing is left start anew, empty. Fails with `forbidden` unless
   * sure; `conflict` (EBUSY) while it is up.
   */
  DeclareLost: grpc.handleUnaryCall<_dcnsim_v1_DeclareLostRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The simulator's own: a disk dies with all that is on it.
   */
  Fail: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Every image and snapshot that has lost data for good.
   */
  GetDamage: grpc.handleUnaryCall<_dcnsim_v1_DamageRequest__Output, _dcnsim_v1_DamageReport>;
  
  /**
   * What was copied so that there are as many replicas as there should be.
   */
  GetRecovery: grpc.handleUnaryCall<_dcnsim_v1_RecoveryRequest__Output, _dcnsim_v1_RecoveryReport>;
  
  /**
   * Where an object is.
   */
  Locate: grpc.handleUnaryCall<_dcnsim_v1_LocateRequest__Output, _dcnsim_v1_ObjectPlacement>;
  
  /**
   * Says that a daemon is down; one that runs is back two seconds later, unless the flag `noup` is set.
   */
  MarkDown: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes an osd in again.
   */
  MarkIn: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes an osd out; its data goes to others, as far as there are any.
   */
  MarkOut: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The simulator's own: an empty disk in place of the old one, up and in.
   */
  Replace: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Says how much of its share an osd takes. Fails with `invalid_argument` outside of 0 to 1.
   */
  Reweight: grpc.handleUnaryCall<_dcnsim_v1_ReweightOsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The simulator's own: starts a daemon. Fails with `conflict` (EBUSY) when its disk has failed.
   */
  Start: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The simulator's own: stops a daemon until it is started.
   */
  Stop: grpc.handleUnaryCall<_dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done>;
  
}

export interface OsdsDefinition extends grpc.ServiceDefinition {
  DeclareLost: MethodDefinition<_dcnsim_v1_DeclareLostRequest, _dcnsim_v1_Done, _dcnsim_v1_DeclareLostRequest__Output, _dcnsim_v1_Done__Output>
  Fail: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  GetDamage: MethodDefinition<_dcnsim_v1_DamageRequest, _dcnsim_v1_DamageReport, _dcnsim_v1_DamageRequest__Output, _dcnsim_v1_DamageReport__Output>
  GetRecovery: MethodDefinition<_dcnsim_v1_RecoveryRequest, _dcnsim_v1_RecoveryReport, _dcnsim_v1_RecoveryRequest__Output, _dcnsim_v1_RecoveryReport__Output>
  Locate: MethodDefinition<_dcnsim_v1_LocateRequest, _dcnsim_v1_ObjectPlacement, _dcnsim_v1_LocateRequest__Output, _dcnsim_v1_ObjectPlacement__Output>
  MarkDown: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  MarkIn: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  MarkOut: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  Replace: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  Reweight: MethodDefinition<_dcnsim_v1_ReweightOsdRequest, _dcnsim_v1_Done, _dcnsim_v1_ReweightOsdRequest__Output, _dcnsim_v1_Done__Output>
  Start: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
  Stop: MethodDefinition<_dcnsim_v1_OsdRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdRequest__Output, _dcnsim_v1_Done__Output>
}
