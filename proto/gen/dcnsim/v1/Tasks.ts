// Original file: proto/dcnsim/v1/tasks.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddTaskRequest as _dcnsim_v1_AddTaskRequest, AddTaskRequest__Output as _dcnsim_v1_AddTaskRequest__Output } from '../../dcnsim/v1/AddTaskRequest.ts';
import type { CancelTaskRequest as _dcnsim_v1_CancelTaskRequest, CancelTaskRequest__Output as _dcnsim_v1_CancelTaskRequest__Output } from '../../dcnsim/v1/CancelTaskRequest.ts';
import type { ListTasksRequest as _dcnsim_v1_ListTasksRequest, ListTasksRequest__Output as _dcnsim_v1_ListTasksRequest__Output } from '../../dcnsim/v1/ListTasksRequest.ts';
import type { ListTasksResponse as _dcnsim_v1_ListTasksResponse, ListTasksResponse__Output as _dcnsim_v1_ListTasksResponse__Output } from '../../dcnsim/v1/ListTasksResponse.ts';
import type { Task as _dcnsim_v1_Task, Task__Output as _dcnsim_v1_Task__Output } from '../../dcnsim/v1/Task.ts';
import type { TrashedImageSpec as _dcnsim_v1_TrashedImageSpec, TrashedImageSpec__Output as _dcnsim_v1_TrashedImageSpec__Output } from '../../dcnsim/v1/TrashedImageSpec.ts';

/**
 * Work in the background, as services/ceph-sim/port/tasks.ts defines it. Identities and failures as in BlockStore.
 */
export interface TasksClient extends grpc.Client {
  /**
   * Adds a task, or finds the same one again. Fails with `not_found`, also for a flatten without a parent (`no_parent`).
   */
  Add(argument: _dcnsim_v1_AddTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Add(argument: _dcnsim_v1_AddTaskRequest, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  /**
   * Adds a task, or finds the same one again. Fails with `not_found`, also for a flatten without a parent (`no_parent`).
   */
  add(argument: _dcnsim_v1_AddTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  add(argument: _dcnsim_v1_AddTaskRequest, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  
  /**
   * Adds the removal of an image that lies in the trash.
   */
  AddTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  AddTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  AddTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  AddTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  /**
   * Adds the removal of an image that lies in the trash.
   */
  addTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  addTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  addTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  addTrashRemoval(argument: _dcnsim_v1_TrashedImageSpec, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a task back that is not done. Fails with `not_found`.
   */
  Cancel(argument: _dcnsim_v1_CancelTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _dcnsim_v1_CancelTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _dcnsim_v1_CancelTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _dcnsim_v1_CancelTaskRequest, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a task back that is not done. Fails with `not_found`.
   */
  cancel(argument: _dcnsim_v1_CancelTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  cancel(argument: _dcnsim_v1_CancelTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  cancel(argument: _dcnsim_v1_CancelTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  cancel(argument: _dcnsim_v1_CancelTaskRequest, callback: grpc.requestCallback<_dcnsim_v1_Task__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tasks that are not done.
   */
  List(argument: _dcnsim_v1_ListTasksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTasksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTasksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  List(argument: _dcnsim_v1_ListTasksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Tasks that are not done.
   */
  list(argument: _dcnsim_v1_ListTasksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTasksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTasksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  list(argument: _dcnsim_v1_ListTasksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Work in the background, as services/ceph-sim/port/tasks.ts defines it. Identities and failures as in BlockStore.
 */
export interface TasksHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds a task, or finds the same one again. Fails with `not_found`, also for a flatten without a parent (`no_parent`).
   */
  Add: grpc.handleUnaryCall<_dcnsim_v1_AddTaskRequest__Output, _dcnsim_v1_Task>;
  
  /**
   * Adds the removal of an image that lies in the trash.
   */
  AddTrashRemoval: grpc.handleUnaryCall<_dcnsim_v1_TrashedImageSpec__Output, _dcnsim_v1_Task>;
  
  /**
   * Takes a task back that is not done. Fails with `not_found`.
   */
  Cancel: grpc.handleUnaryCall<_dcnsim_v1_CancelTaskRequest__Output, _dcnsim_v1_Task>;
  
  /**
   * Tasks that are not done.
   */
  List: grpc.handleUnaryCall<_dcnsim_v1_ListTasksRequest__Output, _dcnsim_v1_ListTasksResponse>;
  
}

export interface TasksDefinition extends grpc.ServiceDefinition {
  Add: MethodDefinition<_dcnsim_v1_AddTaskRequest, _dcnsim_v1_Task, _dcnsim_v1_AddTaskRequest__Output, _dcnsim_v1_Task__Output>
  AddTrashRemoval: MethodDefinition<_dcnsim_v1_TrashedImageSpec, _dcnsim_v1_Task, _dcnsim_v1_TrashedImageSpec__Output, _dcnsim_v1_Task__Output>
  Cancel: MethodDefinition<_dcnsim_v1_CancelTaskRequest, _dcnsim_v1_Task, _dcnsim_v1_CancelTaskRequest__Output, _dcnsim_v1_Task__Output>
  List: MethodDefinition<_dcnsim_v1_ListTasksRequest, _dcnsim_v1_ListTasksResponse, _dcnsim_v1_ListTasksRequest__Output, _dcnsim_v1_ListTasksResponse__Output>
}
