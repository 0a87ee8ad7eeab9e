import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ImageMetadata } from '../port/image-metadata.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Image metadata over gRPC: both ends of `dcnsim.v1.ImageMetadata`. */

export function serveImageMetadata(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.ImageMetadata', {
    List: async (spec, context) => ({
      entries: [...(await (await session(context)).metadata.list(imageOf(spec), context))],
    }),
    Get: async ({ image, key }, context) => ({
      key,
      value: await (await session(context)).metadata.get(imageOf(image), key, context),
    }),
    Set: async ({ image, entry }, context) => {
      await (await session(context)).metadata.set(imageOf(image), entry ?? { key: '', value: '' }, context)
      return {}
    },
    Remove: async ({ image, key }, context) => {
      await (await session(context)).metadata.remove(imageOf(image), key, context)
      return {}
    },
  })
}

export function imageMetadataClient(client: RpcClient<'dcnsim.v1.ImageMetadata'>): ImageMetadata {
  return {
    list: async (image, options) => (await client.unary('List', image, options)).entries,
    get: async (image, key, options) => (await client.unary('Get', { image, key }, options)).value,
    set: async (image, entry, options) => void (await client.unary('Set', { image, entry }, options)),
    remove: async (image, key, options) => void (await client.unary('Remove', { image, key }, options)),
  }
}
