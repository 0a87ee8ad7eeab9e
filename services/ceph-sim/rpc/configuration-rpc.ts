import { CorruptError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ConfigEntry__Output } from '#proto/dcnsim/v1/ConfigEntry.ts'
import type { RbdOption__Output } from '#proto/dcnsim/v1/RbdOption.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ConfigEntry, Configuration, RbdOption } from '../port/configuration.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Options over gRPC: both ends of `dcnsim.v1.Configuration`. */

export function serveConfiguration(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  const configOf = async (context: Parameters<typeof session>[0]) => (await session(context)).config
  return implement('dcnsim.v1.Configuration', {
    Set: async ({ section, name, value }, context) => {
      await (await configOf(context)).set(section, { name, value }, context)
      return {}
    },
    Remove: async ({ section, name }, context) => {
      await (await configOf(context)).remove(section, name, context)
      return {}
    },
    Dump: async (_, context) => ({ entries: [...(await (await configOf(context)).dump(context))] }),
    Get: async ({ section, name }, context) => ({ value: await (await configOf(context)).get(section, name, context) }),
    ListFor: async ({ entity }, context) => ({
      entries: [...(await (await configOf(context)).listFor(entity, context))],
    }),
    SetForPool: async ({ pool, name, value }, context) => {
      await (await configOf(context)).setForPool(pool, { name, value }, context)
      return {}
    },
    GetForPool: async ({ pool, name }, context) => ({
      value: await (await configOf(context)).getForPool(pool, name, context),
    }),
    RemoveForPool: async ({ pool, name }, context) => {
      await (await configOf(context)).removeForPool(pool, name, context)
      return {}
    },
    ListForPool: async ({ pool }, context) => ({
      options: [...(await (await configOf(context)).listForPool(pool, context))],
    }),
    ListForImage: async (spec, context) => ({
      options: [...(await (await configOf(context)).listForImage(imageOf(spec), context))],
    }),
  })
}

export function configurationClient(client: RpcClient<'dcnsim.v1.Configuration'>): Configuration {
  return {
    set: async (section, { name, value }, options) =>
      void (await client.unary('Set', { section, name, value }, options)),
    remove: async (section, name, options) => void (await client.unary('Remove', { section, name }, options)),
    dump: async (options) => (await client.unary('Dump', {}, options)).entries.map(toEntry),
    get: async (section, name, options) => (await client.unary('Get', { section, name }, options)).value,
    listFor: async (entity, options) => (await client.unary('ListFor', { entity }, options)).entries.map(toEntry),
    setForPool: async (pool, { name, value }, options) =>
      void (await client.unary('SetForPool', { pool, name, value }, options)),
    getForPool: async (pool, name, options) => (await client.unary('GetForPool', { pool, name }, options)).value,
    removeForPool: async (pool, name, options) => void (await client.unary('RemoveForPool', { pool, name }, options)),
    listForPool: async (pool, options) => (await client.unary('ListForPool', { pool }, options)).options.map(toOption),
    listForImage: async (image, options) => (await client.unary('ListForImage', image, options)).options.map(toOption),
  }
}

const levels = ['basic', 'advanced', 'dev'] as const
const sources = ['config', 'pool', 'image'] as const

function toEntry({ level, ...entry }: ConfigEntry__Output): ConfigEntry {
  return { ...entry, level: oneOf(levels, level) }
}

function toOption({ source, ...option }: RbdOption__Output): RbdOption {
  return { ...option, source: oneOf(sources, source) }
}

function oneOf<T extends string>(words: readonly T[], word: string): T {
  const known = words.find((each) => each === word)
  if (known === undefined) throw new CorruptError(`'${word}' is none of ${words.join(', ')}`)
  return known
}
