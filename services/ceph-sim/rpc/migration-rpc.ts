import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Migration } from '../port/migration.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Migration over gRPC: both ends of `dcnsim.v1.Migration`. */

export function serveMigration(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Migration', {
    Prepare: async ({ source, destination }, context) => {
      await (await session(context)).migration.prepare(imageOf(source), imageOf(destination), context)
      return {}
    },
    Execute: async (image, context) => {
      await (await session(context)).migration.execute(imageOf(image), context)
      return {}
    },
    Commit: async (image, context) => {
      await (await session(context)).migration.commit(imageOf(image), context)
      return {}
    },
    Abort: async (image, context) => {
      await (await session(context)).migration.abort(imageOf(image), context)
      return {}
    },
  })
}

export function migrationClient(client: RpcClient<'dcnsim.v1.Migration'>): Migration {
  return {
    prepare: async (source, destination, options) =>
      void (await client.unary('Prepare', { source, destination }, options)),
    execute: async (image, options) => void (await client.unary('Execute', image, options)),
    commit: async (image, options) => void (await client.unary('Commit', image, options)),
    abort: async (image, options) => void (await client.unary('Abort', image, options)),
  }
}
