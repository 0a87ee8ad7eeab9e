import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Blocklist } from '../port/blocklist.ts'
import type { SessionOf } from './sessions.ts'

/** The block list over gRPC: both ends of `dcnsim.v1.Blocklist`. */

export function serveBlocklist(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Blocklist', {
    List: async (_, context) => ({ entries: [...(await (await session(context)).blocklist.list(context))] }),
    Add: async ({ address, seconds }, context) =>
      (await session(context)).blocklist.add(address, { seconds, signal: context.signal }),
    Remove: async ({ address }, context) => {
      await (await session(context)).blocklist.remove(address, context)
      return {}
    },
    Clear: async (_, context) => {
      await (await session(context)).blocklist.clear(context)
      return {}
    },
  })
}

export function blocklistClient(client: RpcClient<'dcnsim.v1.Blocklist'>): Blocklist {
  return {
    list: async (options) => (await client.unary('List', {}, options)).entries,
    add: async (address, { seconds, signal } = {}) => client.unary('Add', { address, seconds }, { signal }),
    remove: async (address, options) => void (await client.unary('Remove', { address }, options)),
    clear: async (options) => void (await client.unary('Clear', {}, options)),
  }
}
