import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Clones, RbdChild } from '../port/clones.ts'
import { imageOf, specOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Clones over gRPC: both ends of `dcnsim.v1.Clones`. */

export function serveClones(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Clones', {
    ListChildren: async ({ parent, snapshotId, descendants }, context) => {
      const which = snapshotId === undefined ? {} : { snapshotId }
      const options = { ...which, descendants, signal: context.signal }
      const children = await (await session(context)).clones.children(specOf(parent), options)
      return { children: children.map(({ id, inTrash, ...image }) => ({ image, id, inTrash })) }
    },
    GetMinCompatClient: async (_, context) => ({
      release: await (await session(context)).clones.minCompatClient(context),
    }),
    SetMinCompatClient: async ({ release }, context) => {
      await (await session(context)).clones.setMinCompatClient(release, context)
      return {}
    },
  })
}

export function clonesClient(client: RpcClient<'dcnsim.v1.Clones'>): Clones {
  return {
    children: async (parent, { snapshotId, descendants, signal } = {}) => {
      const { children } = await client.unary('ListChildren', { parent, snapshotId, descendants }, { signal })
      return children.map(({ image, id, inTrash }): RbdChild => ({ ...imageOf(image), id, inTrash }))
    },
    minCompatClient: async (options) => (await client.unary('GetMinCompatClient', {}, options)).release,
    setMinCompatClient: async (release, options) =>
      void (await client.unary('SetMinCompatClient', { release }, options)),
  }
}
