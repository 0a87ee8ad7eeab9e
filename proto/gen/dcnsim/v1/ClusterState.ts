// Original file: proto/dcnsim/v1/cluster_state.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ClusterReport as _dcnsim_v1_ClusterReport, ClusterReport__Output as _dcnsim_v1_ClusterReport__Output } from '../../dcnsim/v1/ClusterReport.ts';
import type { ClusterReportRequest as _dcnsim_v1_ClusterReportRequest, ClusterReportRequest__Output as _dcnsim_v1_ClusterReportRequest__Output } from '../../dcnsim/v1/ClusterReportRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { FullRatioRequest as _dcnsim_v1_FullRatioRequest, FullRatioRequest__Output as _dcnsim_v1_FullRatioRequest__Output } from '../../dcnsim/v1/FullRatioRequest.ts';
import type { OsdFlagRequest as _dcnsim_v1_OsdFlagRequest, OsdFlagRequest__Output as _dcnsim_v1_OsdFlagRequest__Output } from '../../dcnsim/v1/OsdFlagRequest.ts';

/**
 * How a cluster is, as services/ceph-sim/port/status.ts defines it. Identities and failures as in BlockStore; reading
 * needs leave to ask the monitors, changing leave to change the cluster map. Times are milliseconds since the Unix
 * epoch.
 */
export interface ClusterStateClient extends grpc.Client {
  /**
   * Everything at one moment.
   */
  GetReport(argument: _dcnsim_v1_ClusterReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  GetReport(argument: _dcnsim_v1_ClusterReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  GetReport(argument: _dcnsim_v1_ClusterReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  GetReport(argument: _dcnsim_v1_ClusterReportRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  /**
   * Everything at one moment.
   */
  getReport(argument: _dcnsim_v1_ClusterReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  getReport(argument: _dcnsim_v1_ClusterReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  getReport(argument: _dcnsim_v1_ClusterReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  getReport(argument: _dcnsim_v1_ClusterReportRequest, callback: grpc.requestCallback<_dcnsim_v1_ClusterReport__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets a flag of the osd map. Fails with `invalid_argument` for one that there is not.
   */
  SetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetFlag(argument: _dcnsim_v1_OsdFlagRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetFlag(argument: _dcnsim_v1_OsdFlagRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Sets a flag of the osd map. Fails with `invalid_argument` for one that there is not.
   */
  setFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setFlag(argument: _dcnsim_v1_OsdFlagRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setFlag(argument: _dcnsim_v1_OsdFlagRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says from when on osds count as full. Fails with `invalid_argument` outside of 0 to 1.
   */
  SetRatio(argument: _dcnsim_v1_FullRatioRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetRatio(argument: _dcnsim_v1_FullRatioRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetRatio(argument: _dcnsim_v1_FullRatioRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  SetRatio(argument: _dcnsim_v1_FullRatioRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Says from when on osds count as full. Fails with `invalid_argument` outside of 0 to 1.
   */
  setRatio(argument: _dcnsim_v1_FullRatioRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setRatio(argument: _dcnsim_v1_FullRatioRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setRatio(argument: _dcnsim_v1_FullRatioRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  setRatio(argument: _dcnsim_v1_FullRatioRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a flag of the osd map away. Fails with `invalid_argument` for one that there is not.
   */
  UnsetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnsetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnsetFlag(argument: _dcnsim_v1_OsdFlagRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  UnsetFlag(argument: _dcnsim_v1_OsdFlagRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a flag of the osd map away. Fails with `invalid_argument` for one that there is not.
   */
  unsetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unsetFlag(argument: _dcnsim_v1_OsdFlagRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unsetFlag(argument: _dcnsim_v1_OsdFlagRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  unsetFlag(argument: _dcnsim_v1_OsdFlagRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * How a cluster is, as services/ceph-sim/port/status.ts defines it. Identities and failures as in BlockStore; reading
 * needs leave to ask the monitors, changing leave to change the cluster map. Times are milliseconds since the Unix
 * epoch.
 */
export interface ClusterStateHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Everything at one moment.
   */
  GetReport: grpc.handleUnaryCall<_dcnsim_v1_ClusterReportRequest__Output, _dcnsim_v1_ClusterReport>;
  
  /**
   * Sets a flag of the osd map. Fails with `invalid_argument` for one that there is not.
   */
  SetFlag: grpc.handleUnaryCall<_dcnsim_v1_OsdFlagRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Says from when on osds count as full. Fails with `invalid_argument` outside of 0 to 1.
   */
  SetRatio: grpc.handleUnaryCall<_dcnsim_v1_FullRatioRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Takes a flag of the osd map away. Fails with `invalid_argument` for one that there is not.
   */
  UnsetFlag: grpc.handleUnaryCall<_dcnsim_v1_OsdFlagRequest__Output, _dcnsim_v1_Done>;
  
}

export interface ClusterStateDefinition extends grpc.ServiceDefinition {
  GetReport: MethodDefinition<_dcnsim_v1_ClusterReportRequest, _dcnsim_v1_ClusterReport, _dcnsim_v1_ClusterReportRequest__Output, _dcnsim_v1_ClusterReport__Output>
  SetFlag: MethodDefinition<_dcnsim_v1_OsdFlagRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdFlagRequest__Output, _dcnsim_v1_Done__Output>
  SetRatio: MethodDefinition<_dcnsim_v1_FullRatioRequest, _dcnsim_v1_Done, _dcnsim_v1_FullRatioRequest__Output, _dcnsim_v1_Done__Output>
  UnsetFlag: MethodDefinition<_dcnsim_v1_OsdFlagRequest, _dcnsim_v1_Done, _dcnsim_v1_OsdFlagRequest__Output, _dcnsim_v1_Done__Output>
}
