import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { PoolMirroring__Output } from '#proto/dcnsim/v1/PoolMirroring.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Mirroring, PoolMirroring } from '../port/mirroring.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Mirroring over gRPC: both ends of `dcnsim.v1.Mirroring`. */

export function serveMirroring(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Mirroring', {
    GetPool: async ({ pool }, context) => (await session(context)).mirroring.pool(pool, context),
    EnablePool: async ({ pool, mode }, context) => {
      await (await session(context)).mirroring.enablePool(pool, mode === 'pool' ? 'pool' : 'image', context)
      return {}
    },
    DisablePool: async ({ pool }, context) => {
      await (await session(context)).mirroring.disablePool(pool, context)
      return {}
    },
    EnableImage: async (image, context) => {
      await (await session(context)).mirroring.enableImage(imageOf(image), context)
      return {}
    },
    DisableImage: async (image, context) => {
      await (await session(context)).mirroring.disableImage(imageOf(image), context)
      return {}
    },
  })
}

export function mirroringClient(client: RpcClient<'dcnsim.v1.Mirroring'>): Mirroring {
  return {
    pool: async (pool, options) => toPoolMirroring(await client.unary('GetPool', { pool }, options)),
    enablePool: async (pool, mode, options) => void (await client.unary('EnablePool', { pool, mode }, options)),
    disablePool: async (pool, options) => void (await client.unary('DisablePool', { pool }, options)),
    enableImage: async (image, options) => void (await client.unary('EnableImage', image, options)),
    disableImage: async (image, options) => void (await client.unary('DisableImage', image, options)),
  }
}

function toPoolMirroring({ mode, siteName, images }: PoolMirroring__Output): PoolMirroring {
  return { mode: mode === 'image' || mode === 'pool' ? mode : 'disabled', siteName, images }
}
