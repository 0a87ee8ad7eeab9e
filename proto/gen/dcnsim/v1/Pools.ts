// Original file: proto/dcnsim/v1/pools.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { InitPoolRequest as _dcnsim_v1_InitPoolRequest, InitPoolRequest__Output as _dcnsim_v1_InitPoolRequest__Output } from '../../dcnsim/v1/InitPoolRequest.ts';
import type { NewPoolRequest as _dcnsim_v1_NewPoolRequest, NewPoolRequest__Output as _dcnsim_v1_NewPoolRequest__Output } from '../../dcnsim/v1/NewPoolRequest.ts';
import type { PoolApplicationPair as _dcnsim_v1_PoolApplicationPair, PoolApplicationPair__Output as _dcnsim_v1_PoolApplicationPair__Output } from '../../dcnsim/v1/PoolApplicationPair.ts';
import type { PoolApplicationRequest as _dcnsim_v1_PoolApplicationRequest, PoolApplicationRequest__Output as _dcnsim_v1_PoolApplicationRequest__Output } from '../../dcnsim/v1/PoolApplicationRequest.ts';
import type { PoolQuotaRequest as _dcnsim_v1_PoolQuotaRequest, PoolQuotaRequest__Output as _dcnsim_v1_PoolQuotaRequest__Output } from '../../dcnsim/v1/PoolQuotaRequest.ts';
import type { PoolStats as _dcnsim_v1_PoolStats, PoolStats__Output as _dcnsim_v1_PoolStats__Output } from '../../dcnsim/v1/PoolStats.ts';
import type { PoolStatsRequest as _dcnsim_v1_PoolStatsRequest, PoolStatsRequest__Output as _dcnsim_v1_PoolStatsRequest__Output } from '../../dcnsim/v1/PoolStatsRequest.ts';
import type { RemovePoolRequest as _dcnsim_v1_RemovePoolRequest, RemovePoolRequest__Output as _dcnsim_v1_RemovePoolRequest__Output } from '../../dcnsim/v1/RemovePoolRequest.ts';
import type { RenamePoolRequest as _dcnsim_v1_RenamePoolRequest, RenamePoolRequest__Output as _dcnsim_v1_RenamePoolRequest__Output } from '../../dcnsim/v1/RenamePoolRequest.ts';
import type { SetPoolRequest as _dcnsim_v1_SetPoolRequest, SetPoolRequest__Output as _dcnsim_v1_SetPoolRequest__Output } from '../../dcnsim/v1/SetPoolRequest.ts';

/**
 * Pools of a cluster, as services/ceph-sim/port/pools.ts defines them. Identities and failures as in BlockStore; calls
 * that change a pool need leave to change the cluster map. What pools are like, ClusterState.GetReport tells.
 */
export interface PoolsClient extends grpc.Client {
  /**
   * Makes an empty pool that no application uses yet. Fails with `already_exists`; `invalid_argument`; `out_of_range`
   * for more placement groups than the osds may have; `unsupported` for an erasure-coded one.
   */
  Create(argument: _dcnsim_v1_NewPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NewPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NewPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Create(argument: _dcnsim_v1_NewPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an empty pool that no application uses yet. Fails with `already_exists`; `invalid_argument`; `out_of_range`
   * for more placement groups than the osds may have; `unsupported` for an erasure-coded one.
   */
  create(argument: _dcnsim_v1_NewPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NewPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NewPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  create(argument: _dcnsim_v1_NewPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes that back. Fails with `forbidden` unless sure.
   */
  DisableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableApplication(argument: _dcnsim_v1_PoolApplicationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DisableApplication(argument: _dcnsim_v1_PoolApplicationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes that back. Fails with `forbidden` unless sure.
   */
  disableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableApplication(argument: _dcnsim_v1_PoolApplicationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  disableApplication(argument: _dcnsim_v1_PoolApplicationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says what a pool is for. Fails with `forbidden` where it is for something else already, unless sure.
   */
  EnableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableApplication(argument: _dcnsim_v1_PoolApplicationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  EnableApplication(argument: _dcnsim_v1_PoolApplicationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Says what a pool is for. Fails with `forbidden` where it is for something else already, unless sure.
   */
  enableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableApplication(argument: _dcnsim_v1_PoolApplicationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableApplication(argument: _dcnsim_v1_PoolApplicationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  enableApplication(argument: _dcnsim_v1_PoolApplicationRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * What `rbd pool stats` shows.
   */
  GetStats(argument: _dcnsim_v1_PoolStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  GetStats(argument: _dcnsim_v1_PoolStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  GetStats(argument: _dcnsim_v1_PoolStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  GetStats(argument: _dcnsim_v1_PoolStatsRequest, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  /**
   * What `rbd pool stats` shows.
   */
  getStats(argument: _dcnsim_v1_PoolStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  getStats(argument: _dcnsim_v1_PoolStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  getStats(argument: _dcnsim_v1_PoolStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  getStats(argument: _dcnsim_v1_PoolStatsRequest, callback: grpc.requestCallback<_dcnsim_v1_PoolStats__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a pool ready for RBD; nothing where it is. Fails with `forbidden` for one of another application, unless
   * forced.
   */
  Init(argument: _dcnsim_v1_InitPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Init(argument: _dcnsim_v1_InitPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Init(argument: _dcnsim_v1_InitPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Init(argument: _dcnsim_v1_InitPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a pool ready for RBD; nothing where it is. Fails with `forbidden` for one of another application, unless
   * forced.
   */
  init(argument: _dcnsim_v1_InitPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  init(argument: _dcnsim_v1_InitPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  init(argument: _dcnsim_v1_InitPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  init(argument: _dcnsim_v1_InitPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a pool with all its images. Fails with `forbidden` unless the name is given again, the caller is sure and
   * the monitors allow it; `conflict` (EBUSY) while images of other pools stand on it.
   */
  Remove(argument: _dcnsim_v1_RemovePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemovePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemovePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Remove(argument: _dcnsim_v1_RemovePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a pool with all its images. Fails with `forbidden` unless the name is given again, the caller is sure and
   * the monitors allow it; `conflict` (EBUSY) while images of other pools stand on it.
   */
  remove(argument: _dcnsim_v1_RemovePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemovePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemovePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  remove(argument: _dcnsim_v1_RemovePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a pool another name. Fails with `already_exists`.
   */
  Rename(argument: _dcnsim_v1_RenamePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenamePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenamePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Rename(argument: _dcnsim_v1_RenamePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a pool another name. Fails with `already_exists`.
   */
  rename(argument: _dcnsim_v1_RenamePoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenamePoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenamePoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  rename(argument: _dcnsim_v1_RenamePoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * What `ceph osd pool set` does. Fails with `invalid_argument`; `forbidden` for one replica, unless sure.
   */
  Set(argument: _dcnsim_v1_SetPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  Set(argument: _dcnsim_v1_SetPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * What `ceph osd pool set` does. Fails with `invalid_argument`; `forbidden` for one replica, unless sure.
   */
  set(argument: _dcnsim_v1_SetPoolRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetPoolRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetPoolRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  set(argument: _dcnsim_v1_SetPoolRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets a key-value pair of an application, or removes it. Fails with `not_found` where it is not enabled.
   */
  SetApplication(argument: _dcnsim_v1_PoolApplicationPair, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetApplication(argument: _dcnsim_v1_PoolApplicationPair, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetApplication(argument: _dcnsim_v1_PoolApplicationPair, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetApplication(argument: _dcnsim_v1_PoolApplicationPair, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Sets a key-value pair of an application, or removes it. Fails with `not_found` where it is not enabled.
   */
  setApplication(argument: _dcnsim_v1_PoolApplicationPair, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setApplication(argument: _dcnsim_v1_PoolApplicationPair, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setApplication(argument: _dcnsim_v1_PoolApplicationPair, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setApplication(argument: _dcnsim_v1_PoolApplicationPair, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Limits what a pool may have. What is not given stays; 0 lifts a limit.
   */
  SetQuota(argument: _dcnsim_v1_PoolQuotaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetQuota(argument: _dcnsim_v1_PoolQuotaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetQuota(argument: _dcnsim_v1_PoolQuotaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetQuota(argument: _dcnsim_v1_PoolQuotaRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Limits what a pool may have. What is not given stays; 0 lifts a limit.
   */
  setQuota(argument: _dcnsim_v1_PoolQuotaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setQuota(argument: _dcnsim_v1_PoolQuotaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setQuota(argument: _dcnsim_v1_PoolQuotaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setQuota(argument: _dcnsim_v1_PoolQuotaRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Pools of a cluster, as services/ceph-sim/port/pools.ts defines them. Identities and failures as in BlockStore; calls
 * that change a pool need leave to change the cluster map. What pools are like, ClusterState.GetReport tells.
 */
export interface PoolsHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes an empty pool that no application uses yet. Fails with `already_exists`; `invalid_argument`; `out_of_range`
   * for more placement groups than the osds may have; `unsupported` for an erasure-coded one.
   */
  Create: grpc.handleUnaryCall<_dcnsim_v1_NewPoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes that back. Fails with `forbidden` unless sure.
   */
  DisableApplication: grpc.handleUnaryCall<_dcnsim_v1_PoolApplicationRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Says what a pool is for. Fails with `forbidden` where it is for something else already, unless sure.
   */
  EnableApplication: grpc.handleUnaryCall<_dcnsim_v1_PoolApplicationRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * What `rbd pool stats` shows.
   */
  GetStats: grpc.handleUnaryCall<_dcnsim_v1_PoolStatsRequest__Output, _dcnsim_v1_PoolStats>;
  
  /**
   * Makes a pool ready for RBD; nothing where it is. Fails with `forbidden` for one of another application, unless
   * forced.
   */
  Init: grpc.handleUnaryCall<_dcnsim_v1_InitPoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes a pool with all its images. Fails with `forbidden` unless the name is given again, the caller is sure and
   * the monitors allow it; `conflict` (EBUSY) while images of other pools stand on it.
   */
  Remove: grpc.handleUnaryCall<_dcnsim_v1_RemovePoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Gives a pool another name. Fails with `already_exists`.
   */
  Rename: grpc.handleUnaryCall<_dcnsim_v1_RenamePoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * What `ceph osd pool set` does. Fails with `invalid_argument`; `forbidden` for one replica, unless sure.
   */
  Set: grpc.handleUnaryCall<_dcnsim_v1_SetPoolRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Sets a key-value pair of an application, or removes it. Fails with `not_found` where it is not enabled.
   */
  SetApplication: grpc.handleUnaryCall<_dcnsim_v1_PoolApplicationPair__Output, _dcnsim_v1_Done>;
  
  /**
   * Limits what a pool may have. What is not given stays; 0 lifts a limit.
   */
  SetQuota: grpc.handleUnaryCall<_dcnsim_v1_PoolQuotaRequest__Output, _dcnsim_v1_Done>;
  
}

export interface PoolsDefinition extends grpc.ServiceDefinition {
  Create: MethodDefinition<_dcnsim_v1_NewPoolRequest, _dcnsim_v1_Done, _dcnsim_v1_NewPoolRequest__Output, _dcnsim_v1_Done__Output>
  DisableApplication: MethodDefinition<_dcnsim_v1_PoolApplicationRequest, _dcnsim_v1_Done, _dcnsim_v1_PoolApplicationRequest__Output, _dcnsim_v1_Done__Output>
  EnableApplication: MethodDefinition<_dcnsim_v1_PoolApplicationRequest, _dcnsim_v1_Done, _dcnsim_v1_PoolApplicationRequest__Output, _dcnsim_v1_Done__Output>
  GetStats: MethodDefinition<_dcnsim_v1_PoolStatsRequest, _dcnsim_v1_PoolStats, _dcnsim_v1_PoolStatsRequest__Output, _dcnsim_v1_PoolStats__Output>
  Init: MethodDefinition<_dcnsim_v1_InitPoolRequest, _dcnsim_v1_Done, _dcnsim_v1_InitPoolRequest__Output, _dcnsim_v1_Done__Output>
  Remove: MethodDefinition<_dcnsim_v1_RemovePoolRequest, _dcnsim_v1_Done, _dcnsim_v1_RemovePoolRequest__Output, _dcnsim_v1_Done__Output>
  Rename: MethodDefinition<_dcnsim_v1_RenamePoolRequest, _dcnsim_v1_Done, _dcnsim_v1_RenamePoolRequest__Output, _dcnsim_v1_Done__Output>
  Set: MethodDefinition<_dcnsim_v1_SetPoolRequest, _dcnsim_v1_Done, _dcnsim_v1_SetPoolRequest__Output, _dcnsim_v1_Done__Output>
  SetApplication: MethodDefinition<_dcnsim_v1_PoolApplicationPair, _dcnsim_v1_Done, _dcnsim_v1_PoolApplicationPair__Output, _dcnsim_v1_Done__Output>
  SetQuota: MethodDefinition<_dcnsim_v1_PoolQuotaRequest, _dcnsim_v1_Done, _dcnsim_v1_PoolQuotaRequest__Output, _dcnsim_v1_Done__Output>
}
