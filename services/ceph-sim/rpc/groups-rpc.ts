import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { RpcCallContext } from '#kernel/rpc/service-types.ts'
import type { GroupSnapshotSpec__Output } from '#proto/dcnsim/v1/GroupSnapshotSpec.ts'
import type { GroupSpec__Output } from '#proto/dcnsim/v1/GroupSpec.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { GroupSpec, Groups } from '../port/groups.ts'
import { imageOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Groups over gRPC: both ends of `dcnsim.v1.Groups`. */

export function serveGroups(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  const done = async (context: RpcCallContext, act: (groups: Groups) => Promise<void>) => {
    await act((await session(context)).groups)
    return {}
  }
  return implement('dcnsim.v1.Groups', {
    Create: (group, context) => done(context, (groups) => groups.create(groupOf(group), context)),
    Remove: (group, context) => done(context, (groups) => groups.remove(groupOf(group), context)),
    Rename: ({ group, newName }, context) => done(context, (groups) => groups.rename(groupOf(group), newName, context)),
    List: async ({ pool, namespace }, context) => ({
      groups: [...(await (await session(context)).groups.list(pool, { namespace, signal: context.signal }))],
    }),
    AddImage: ({ group, image }, context) =>
      done(context, (groups) => groups.addImage(groupOf(group), imageOf(image), context)),
    RemoveImage: ({ group, image }, context) =>
      done(context, (groups) => groups.removeImage(groupOf(group), imageOf(image), context)),
    ListImages: async (group, context) => ({
      images: [...(await (await session(context)).groups.listImages(groupOf(group), context))],
    }),
    CreateSnapshot: (spec, context) => done(context, (groups) => groups.createSnapshot(...snapshotOf(spec), context)),
    RemoveSnapshot: (spec, context) => done(context, (groups) => groups.removeSnapshot(...snapshotOf(spec), context)),
    RenameSnapshot: ({ snapshot, newName }, context) =>
      done(context, (groups) => groups.renameSnapshot(...snapshotOf(snapshot), newName, context)),
    ListSnapshots: async (group, context) => ({
      snapshots: [...(await (await session(context)).groups.listSnapshots(groupOf(group), context))],
    }),
    Rollback: (spec, context) => done(context, (groups) => groups.rollback(...snapshotOf(spec), context)),
  })
}

export function groupsClient(client: RpcClient<'dcnsim.v1.Groups'>): Groups {
  return {
    create: async (group, options) => void (await client.unary('Create', group, options)),
    remove: async (group, options) => void (await client.unary('Remove', group, options)),
    rename: async (group, newName, options) => void (await client.unary('Rename', { group, newName }, options)),
    list: async (pool, { namespace, signal } = {}) =>
      (await client.unary('List', { pool, namespace }, { signal })).groups,
    addImage: async (group, image, options) => void (await client.unary('AddImage', { group, image }, options)),
    removeImage: async (group, image, options) => void (await client.unary('RemoveImage', { group, image }, options)),
    listImages: async (group, options) => (await client.unary('ListImages', group, options)).images.map(imageOf),
    createSnapshot: async (group, snapshot, options) =>
      void (await client.unary('CreateSnapshot', { group, snapshot }, options)),
    removeSnapshot: async (group, snapshot, options) =>
      void (await client.unary('RemoveSnapshot', { group, snapshot }, options)),
    renameSnapshot: async (group, snapshot, newName, options) =>
      void (await client.unary('RenameSnapshot', { snapshot: { group, snapshot }, newName }, options)),
    listSnapshots: async (group, options) => (await client.unary('ListSnapshots', group, options)).snapshots,
    rollback: async (group, snapshot, options) => void (await client.unary('Rollback', { group, snapshot }, options)),
  }
}

function groupOf(message: GroupSpec__Output | null): GroupSpec {
  const { pool = '', namespace = '', group = '' } = message ?? {}
  return { pool, group, ...(namespace !== '' && { namespace }) }
}

function snapshotOf(message: GroupSnapshotSpec__Output | null): [GroupSpec, string] {
  return [groupOf(message?.group ?? null), message?.snapshot ?? '']
}
