import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { CephxIdentity, CephxIdentity__Output } from '#proto/dcnsim/v1/CephxIdentity.ts'
import { type DaemonType, daemonTypes, type Identity, type IdentityCaps, type NewIdentity } from '../auth/identity.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Auth } from '../port/auth.ts'
import type { SessionOf } from './sessions.ts'

/** cephx users over gRPC: both ends of `dcnsim.v1.Auth`. */

export function serveAuth(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Auth', {
    GetOrCreate: async ({ entity, caps }, context) =>
      toMessage(await (await session(context)).auth.getOrCreate(entity, capsOf(caps), context)),
    Add: async (identity, context) => ({
      created: await (await session(context)).auth.add(newIdentityOf(identity), context),
    }),
    Import: async ({ identities }, context) => {
      await (await session(context)).auth.import(identities.map(newIdentityOf), context)
      return {}
    },
    SetCaps: async ({ entity, caps }, context) => {
      await (await session(context)).auth.setCaps(entity, capsOf(caps), context)
      return {}
    },
    Get: async ({ entity }, context) => toMessage(await (await session(context)).auth.get(entity, context)),
    List: async (_, context) => ({ identities: (await (await session(context)).auth.list(context)).map(toMessage) }),
    Remove: async ({ entity }, context) => ({
      existed: await (await session(context)).auth.remove(entity, context),
    }),
  })
}

export function authClient(client: RpcClient<'dcnsim.v1.Auth'>): Auth {
  return {
    getOrCreate: async (entity, caps, options) =>
      identityOf(await client.unary('GetOrCreate', { entity, caps: { ...caps } }, options)),
    add: async (identity, options) => (await client.unary('Add', toMessage(identity), options)).created,
    import: async (identities, options) =>
      void (await client.unary('Import', { identities: identities.map(toMessage) }, options)),
    setCaps: async (entity, caps, options) =>
      void (await client.unary('SetCaps', { entity, caps: { ...caps } }, options)),
    get: async (entity, options) => identityOf(await client.unary('Get', { entity }, options)),
    list: async (options) => (await client.unary('List', {}, options)).identities.map(identityOf),
    remove: async (entity, options) => (await client.unary('Remove', { entity }, options)).existed,
  }
}

function toMessage({ entity, key = '', caps }: NewIdentity): CephxIdentity {
  return { entity, key, caps: { ...caps } as Record<string, string> }
}

function identityOf({ entity, key, caps }: CephxIdentity__Output): Identity {
  return { entity, key, caps: capsOf(caps) }
}

function newIdentityOf({ entity, key, caps }: CephxIdentity__Output): NewIdentity {
  return { entity, ...(key !== '' && { key }), caps: capsOf(caps) }
}

function capsOf(caps: Readonly<Record<string, string>>): IdentityCaps {
  const given: Partial<Record<DaemonType, string>> = {}
  for (const [name, cap] of Object.entries(caps)) {
    const daemon = daemonTypes.find((each) => each === name)
    if (!daemon) throw new InvalidArgumentError(`unknown cap type '${name}'`, { errno: 'EINVAL', daemon: name })
    given[daemon] = cap
  }
  return given
}
