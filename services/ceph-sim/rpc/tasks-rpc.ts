import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { Task__Output } from '#proto/dcnsim/v1/Task.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ImageTaskAction, Task, Tasks } from '../port/tasks.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'
import { trashedOf } from './trash-rpc.ts'

/** Tasks over gRPC: both ends of `dcnsim.v1.Tasks`. */

export function serveTasks(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Tasks', {
    Add: async ({ action, image }, context) =>
      (await session(context)).tasks.add(action as ImageTaskAction, imageOf(image), context),
    AddTrashRemoval: async (image, context) =>
      (await session(context)).tasks.addTrashRemoval(trashedOf(image), context),
    List: async (_, context) => ({ tasks: [...(await (await session(context)).tasks.list(context))] }),
    Cancel: async ({ id }, context) => (await session(context)).tasks.cancel(id, context),
  })
}

export function tasksClient(client: RpcClient<'dcnsim.v1.Tasks'>): Tasks {
  return {
    add: async (action, image, options) => toTask(await client.unary('Add', { action, image }, options)),
    addTrashRemoval: async (image, options) => toTask(await client.unary('AddTrashRemoval', image, options)),
    list: async (options) => (await client.unary('List', {}, options)).tasks.map(toTask),
    cancel: async (id, options) => toTask(await client.unary('Cancel', { id }, options)),
  }
}

function toTask({ sequence, id, action, pool, namespace, imageName, imageId, retryMessage }: Task__Output): Task {
  return {
    ...{ sequence, id, action: action as Task['action'], pool, namespace, imageId },
    ...(imageName !== undefined && { imageName }),
    ...(retryMessage !== undefined && { retryMessage }),
  }
}
