import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { SnapshotSettings } from '../port/snapshot-settings.ts'
import { imageOf, snapshotOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Names and limits of snapshots over gRPC: both ends of `dcnsim.v1.SnapshotSettings`. */

export function serveSnapshotSettings(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.SnapshotSettings', {
    Rename: async ({ snapshot, newName }, context) => {
      await (await session(context)).snapshotSettings.rename(snapshotOf(snapshot), newName, context)
      return {}
    },
    SetLimit: async ({ image, limit }, context) => {
      await (await session(context)).snapshotSettings.setLimit(imageOf(image), limit, context)
      return {}
    },
    ClearLimit: async (spec, context) => {
      await (await session(context)).snapshotSettings.clearLimit(imageOf(spec), context)
      return {}
    },
  })
}

export function snapshotSettingsClient(client: RpcClient<'dcnsim.v1.SnapshotSettings'>): SnapshotSettings {
  return {
    rename: async (snapshot, newName, options) => void (await client.unary('Rename', { snapshot, newName }, options)),
    setLimit: async (image, limit, options) => void (await client.unary('SetLimit', { image, limit }, options)),
    clearLimit: async (image, options) => void (await client.unary('ClearLimit', image, options)),
  }
}
