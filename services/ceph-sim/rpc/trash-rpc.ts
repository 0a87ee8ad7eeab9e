import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { TrashedImage__Output } from '#proto/dcnsim/v1/TrashedImage.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Trash, TrashedImage, TrashedImageSpec } from '../port/trash.ts'
import { imageOf, snapshotOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** The trash over gRPC: both ends of `dcnsim.v1.Trash`. */

export function serveTrash(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Trash', {
    Move: async ({ image, deferForMs }, context) => {
      await (await session(context)).trash.move(imageOf(image), { deferForMs, signal: context.signal })
      return {}
    },
    List: async ({ pool, namespace, all }, context) => ({
      images: [...(await (await session(context)).trash.list(pool, { namespace, all, signal: context.signal }))],
    }),
    Remove: async ({ image, force }, context) => {
      await (await session(context)).trash.remove(trashedOf(image), { force, signal: context.signal })
      return {}
    },
    Restore: async ({ image, name }, context) => {
      const options = name === undefined ? {} : { name }
      await (await session(context)).trash.restore(trashedOf(image), { ...options, signal: context.signal })
      return {}
    },
    Purge: async ({ pool, namespace, withinMs, threshold }, context) => ({
      removed: await (await session(context)).trash.purge(pool, {
        namespace,
        withinMs,
        ...(threshold === undefined ? {} : { threshold }),
        signal: context.signal,
      }),
    }),
  })
}

export function trashClient(client: RpcClient<'dcnsim.v1.Trash'>): Trash {
  return {
    move: async (image, { deferForMs, signal } = {}) =>
      void (await client.unary('Move', { image, deferForMs }, { signal })),
    list: async (pool, { namespace, all, signal } = {}) =>
      (await client.unary('List', { pool, namespace, all }, { signal })).images.map(toTrashedImage),
    remove: async (image, { force, signal } = {}) => void (await client.unary('Remove', { image, force }, { signal })),
    restore: async (image, { name, signal } = {}) => void (await client.unary('Restore', { image, name }, { signal })),
    purge: async (pool, { signal, ...options } = {}) =>
      (await client.unary('Purge', { pool, ...options }, { signal })).removed,
  }
}

/** Also how a task names what it removes. */
export function trashedOf(message: { pool: string; namespace: string; id: string } | null): TrashedImageSpec {
  const { pool = '', namespace = '', id = '' } = message ?? {}
  return { pool, id, ...(namespace !== '' && { namespace }) }
}

function toTrashedImage({ id, name, source, deletedMs, deferredUntilMs, parent }: TrashedImage__Output): TrashedImage {
  return {
    ...{ id, name, deletedMs, deferredUntilMs },
    source: source === 'migration' ? 'migration' : 'user',
    ...(parent && { parent: snapshotOf(parent) }),
  }
}
