import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { RpcCallContext } from '#kernel/rpc/service-types.ts'
import type { ImageDamage__Output, ImageDamage as ImageDamageMessage } from '#proto/dcnsim/v1/ImageDamage.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ImageDamage, Osds } from '../port/osds.ts'
import type { SessionOf } from './sessions.ts'

/** Osds over gRPC: both ends of `dcnsim.v1.Osds`. */

export function serveOsds(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  const done = async (context: RpcCallContext, act: (osds: Osds) => Promise<void>) => {
    await act((await session(context)).osds)
    return {}
  }
  return implement('dcnsim.v1.Osds', {
    MarkDown: ({ osd }, context) => done(context, (osds) => osds.markDown(osd, context)),
    MarkOut: ({ osd }, context) => done(context, (osds) => osds.markOut(osd, context)),
    MarkIn: ({ osd }, context) => done(context, (osds) => osds.markIn(osd, context)),
    Reweight: ({ osd, weight }, context) => done(context, (osds) => osds.reweight(osd, weight, context)),
    DeclareLost: ({ osd, sure }, context) =>
      done(context, (osds) => osds.declareLost(osd, { sure, signal: context.signal })),
    Stop: ({ osd }, context) => done(context, (osds) => osds.stop(osd, context)),
    Start: ({ osd }, context) => done(context, (osds) => osds.start(osd, context)),
    Fail: ({ osd }, context) => done(context, (osds) => osds.fail(osd, context)),
    Replace: ({ osd }, context) => done(context, (osds) => osds.replace(osd, context)),
    GetRecovery: async (_, context) => (await session(context)).osds.recovery(context),
    GetDamage: async (_, context) => ({
      images: (await (await session(context)).osds.damage(context)).map(fromDamage),
    }),
    Locate: async ({ pool, object }, context) => {
      const { up, acting, ...rest } = await (await session(context)).osds.locate(pool, object, context)
      return { ...rest, up: [...up], acting: [...acting] }
    },
  })
}

export function osdsClient(client: RpcClient<'dcnsim.v1.Osds'>): Osds {
  return {
    markDown: async (osd, options) => void (await client.unary('MarkDown', { osd }, options)),
    markOut: async (osd, options) => void (await client.unary('MarkOut', { osd }, options)),
    markIn: async (osd, options) => void (await client.unary('MarkIn', { osd }, options)),
    reweight: async (osd, weight, options) => void (await client.unary('Reweight', { osd, weight }, options)),
    declareLost: async (osd, { sure, signal } = {}) =>
      void (await client.unary('DeclareLost', { osd, sure }, { signal })),
    stop: async (osd, options) => void (await client.unary('Stop', { osd }, options)),
    start: async (osd, options) => void (await client.unary('Start', { osd }, options)),
    fail: async (osd, options) => void (await client.unary('Fail', { osd }, options)),
    replace: async (osd, options) => void (await client.unary('Replace', { osd }, options)),
    recovery: (options) => client.unary('GetRecovery', {}, options),
    damage: async (options) => (await client.unary('GetDamage', {}, options)).images.map(toDamage),
    locate: (pool, object, options) => client.unary('Locate', { pool, object }, options),
  }
}

function fromDamage({ ranges, metadata, ...damage }: ImageDamage): ImageDamageMessage {
  return { ...damage, ranges: [...ranges], metadata: [...metadata] }
}

function toDamage({ snapshot, _snapshot: _, ...damage }: ImageDamage__Output): ImageDamage {
  return { ...damage, ...(snapshot !== undefined && { snapshot }) }
}
