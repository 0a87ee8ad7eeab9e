import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ImageFeatures } from '../port/image-features.ts'
import { imageOf, specOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Image features over gRPC: both ends of `dcnsim.v1.ImageFeatures`. */

export function serveImageFeatures(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.ImageFeatures', {
    Enable: async ({ image, features }, context) => {
      await (await session(context)).features.enable(imageOf(image), features, context)
      return {}
    },
    Disable: async ({ image, features }, context) => {
      await (await session(context)).features.disable(imageOf(image), features, context)
      return {}
    },
    CheckObjectMap: async (spec, context) => {
      await (await session(context)).features.checkObjectMap(specOf(spec), context)
      return {}
    },
    RebuildObjectMap: async (spec, context) => {
      await (await session(context)).features.rebuildObjectMap(specOf(spec), context)
      return {}
    },
  })
}

export function imageFeaturesClient(client: RpcClient<'dcnsim.v1.ImageFeatures'>): ImageFeatures {
  return {
    enable: async (image, features, options) =>
      void (await client.unary('Enable', { image, features: [...features] }, options)),
    disable: async (image, features, options) =>
      void (await client.unary('Disable', { image, features: [...features] }, options)),
    checkObjectMap: async (spec, options) => void (await client.unary('CheckObjectMap', spec, options)),
    rebuildObjectMap: async (spec, options) => void (await client.unary('RebuildObjectMap', spec, options)),
  }
}
