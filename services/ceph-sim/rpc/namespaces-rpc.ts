import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Namespaces } from '../port/namespaces.ts'
import type { SessionOf } from './sessions.ts'

/** Name spaces over gRPC: both ends of `dcnsim.v1.Namespaces`. */

export function serveNamespaces(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Namespaces', {
    Create: async ({ pool, namespace }, context) => {
      await (await session(context)).namespaces.create(pool, namespace, context)
      return {}
    },
    Remove: async ({ pool, namespace }, context) => {
      await (await session(context)).namespaces.remove(pool, namespace, context)
      return {}
    },
    List: async ({ pool }, context) => ({
      namespaces: [...(await (await session(context)).namespaces.list(pool, context))],
    }),
  })
}

export function namespacesClient(client: RpcClient<'dcnsim.v1.Namespaces'>): Namespaces {
  return {
    create: async (pool, namespace, options) => void (await client.unary('Create', { pool, namespace }, options)),
    remove: async (pool, namespace, options) => void (await client.unary('Remove', { pool, namespace }, options)),
    list: async (pool, options) => (await client.unary('List', { pool }, options)).namespaces,
  }
}
