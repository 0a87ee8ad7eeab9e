import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { RpcCallContext } from '#kernel/rpc/service-types.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Pools } from '../port/pools.ts'
import type { SessionOf } from './sessions.ts'

/** Pools over gRPC: both ends of `dcnsim.v1.Pools`. */

export function servePools(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  const done = async (context: RpcCallContext, act: (pools: Pools) => Promise<void>) => {
    await act((await session(context)).pools)
    return {}
  }
  return implement('dcnsim.v1.Pools', {
    Create: ({ pool, pgNum, pgpNum, type, rule, replicas }, context) =>
      done(context, (pools) => pools.create(pool, { pgNum, pgpNum, type, rule, replicas, signal: context.signal })),
    Remove: ({ pool, again, sure }, context) =>
      done(context, (pools) => pools.remove(pool, { ...(again !== undefined && { again }), sure, ...context })),
    Rename: ({ pool, newName }, context) => done(context, (pools) => pools.rename(pool, newName, context)),
    Set: ({ pool, variable, value, sure }, context) =>
      done(context, (pools) => pools.set(pool, variable, value, { sure, signal: context.signal })),
    SetQuota: ({ pool, maxBytes, maxObjects }, context) =>
      done(context, (pools) =>
        pools.setQuota(pool, {
          ...(maxBytes !== undefined && { maxBytes }),
          ...(maxObjects !== undefined && { maxObjects }),
          signal: context.signal,
        }),
      ),
    EnableApplication: ({ pool, application, sure }, context) =>
      done(context, (pools) => pools.enableApplication(pool, application, { sure, signal: context.signal })),
    DisableApplication: ({ pool, application, sure }, context) =>
      done(context, (pools) => pools.disableApplication(pool, application, { sure, signal: context.signal })),
    SetApplication: ({ pool, application, key, value }, context) =>
      done(context, (pools) =>
        pools.setApplication(pool, application, {
          key,
          ...(value !== undefined && { value }),
          signal: context.signal,
        }),
      ),
    Init: ({ pool, force }, context) => done(context, (pools) => pools.init(pool, { force, signal: context.signal })),
    GetStats: async ({ pool, namespace }, context) =>
      (await session(context)).pools.stats(pool, { namespace, signal: context.signal }),
  })
}

export function poolsClient(client: RpcClient<'dcnsim.v1.Pools'>): Pools {
  return {
    create: async (pool, { signal, ...asked } = {}) =>
      void (await client.unary('Create', { pool, ...asked }, { signal })),
    remove: async (pool, { signal, again, sure } = {}) =>
      void (await client.unary('Remove', { pool, again, sure }, { signal })),
    rename: async (pool, newName, options) => void (await client.unary('Rename', { pool, newName }, options)),
    set: async (pool, variable, value, { signal, sure } = {}) =>
      void (await client.unary('Set', { pool, variable, value, sure }, { signal })),
    setQuota: async (pool, { signal, maxBytes, maxObjects }) =>
      void (await client.unary('SetQuota', { pool, maxBytes, maxObjects }, { signal })),
    enableApplication: async (pool, application, { signal, sure } = {}) =>
      void (await client.unary('EnableApplication', { pool, application, sure }, { signal })),
    disableApplication: async (pool, application, { signal, sure } = {}) =>
      void (await client.unary('DisableApplication', { pool, application, sure }, { signal })),
    setApplication: async (pool, application, { signal, key, value }) =>
      void (await client.unary('SetApplication', { pool, application, key, value }, { signal })),
    init: async (pool, { signal, force } = {}) => void (await client.unary('Init', { pool, force }, { signal })),
    stats: (pool, { signal, namespace } = {}) => client.unary('GetStats', { pool, namespace }, { signal }),
  }
}
