import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ImageLocks } from '../port/image-locks.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Locks of images over gRPC: both ends of `dcnsim.v1.ImageLocks`. */

export function serveImageLocks(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.ImageLocks', {
    Get: async (spec, context) => {
      const lock = await (await session(context)).locks.list(imageOf(spec), context)
      return lock ? { lock: { ...lock, lockers: [...lock.lockers] } } : {}
    },
    Add: async ({ image, id, sharedTag }, context) => {
      await (await session(context)).locks.add(imageOf(image), { id, sharedTag, signal: context.signal })
      return {}
    },
    Break: async ({ image, id, locker }, context) => {
      await (await session(context)).locks.break(imageOf(image), { id, locker, signal: context.signal })
      return {}
    },
  })
}

export function imageLocksClient(client: RpcClient<'dcnsim.v1.ImageLocks'>): ImageLocks {
  return {
    list: async (image, options) => (await client.unary('Get', image, options)).lock ?? undefined,
    add: async (image, { id, sharedTag, signal }) =>
      void (await client.unary('Add', { image, id, sharedTag }, { signal })),
    break: async (image, { id, locker, signal }) =>
      void (await client.unary('Break', { image, id, locker }, { signal })),
  }
}
