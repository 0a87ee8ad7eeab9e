import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ObjectPlace__Output } from '#proto/dcnsim/v1/ObjectPlace.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ObjectName, ObjectSpec, RadosObjects } from '../port/rados-objects.ts'
import type { SessionOf } from './sessions.ts'

/** RADOS objects over gRPC: both ends of `dcnsim.v1.RadosObjects`. */

/** Names in one message. */
const chunkNames = 1024

export function serveRadosObjects(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.RadosObjects', {
    List: async function* ({ pool, namespace, all }, context) {
      const options = { namespace, all, signal: context.signal }
      const names = await (await session(context)).objects.list(pool, options)
      for (let at = 0; at < names.length; at += chunkNames) yield { objects: names.slice(at, at + chunkNames) }
    },
    Stat: async (place, context) => (await session(context)).objects.stat(place, context),
    Read: async function* (place, context) {
      for await (const data of (await session(context)).objects.read(place, context)) yield { data: Buffer.from(data) }
    },
    Put: async ({ object, data }, context) => {
      await (await session(context)).objects.put(placeOf(object), data, context)
      return {}
    },
    Remove: async (place, context) => {
      await (await session(context)).objects.remove(place, context)
      return {}
    },
    ListOmap: async (place, context) => {
      const entries = await (await session(context)).objects.omap(place, context)
      return { entries: entries.map(({ key, value }) => ({ key: Buffer.from(key), value: Buffer.from(value) })) }
    },
    ListXattrs: async (place, context) => ({
      names: [...(await (await session(context)).objects.xattrs(place, context))],
    }),
    ListClones: async (place, context) => {
      const { clones, headBytes } = await (await session(context)).objects.clones(place, context)
      return {
        clones: clones.map(({ snapshots, overlap, ...clone }) => ({
          ...clone,
          snapshots: [...snapshots],
          overlap: [...overlap],
        })),
        headBytes,
      }
    },
  })
}

function placeOf(place: ObjectPlace__Output | null): ObjectSpec {
  if (place) return place
  throw new InvalidArgumentError('the request names no object', { errno: 'EINVAL' })
}

export function radosObjectsClient(client: RpcClient<'dcnsim.v1.RadosObjects'>): RadosObjects {
  return {
    list: async (pool, { namespace, all, signal } = {}) => {
      const names: ObjectName[] = []
      const stream = client.serverStream('List', { pool, namespace, all }, { signal })
      for await (const { objects } of stream) names.push(...objects)
      return names
    },
    stat: (object, options) => client.unary('Stat', object, options),
    read: async function* (object, options) {
      for await (const { data } of client.serverStream('Read', object, options)) yield data
    },
    put: async (object, bytes, options) =>
      void (await client.unary('Put', { object, data: Buffer.from(bytes) }, options)),
    remove: async (object, options) => void (await client.unary('Remove', object, options)),
    omap: async (object, options) => (await client.unary('ListOmap', object, options)).entries,
    xattrs: async (object, options) => (await client.unary('ListXattrs', object, options)).names,
    clones: async (object, options) => {
      const { clones, headBytes } = await client.unary('ListClones', object, options)
      return { clones, ...(headBytes !== undefined && { headBytes }) }
    },
  }
}
