import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ReceivedRequestOf, RpcCallContext } from '#kernel/rpc/service-types.ts'
import type { Content, Rbd, RbdImageSpec, WriteOptions } from '../rbd.ts'
import { fromImageInfo } from './image-info-messages.ts'
import { toCloneFormat, toLayout } from './layout-messages.ts'
import {
  fromListEntry,
  imageOf,
  largestPieceBytes,
  messageDataBytes,
  snapshotOf,
  specOf,
  toContent,
  toContentPieces,
} from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

type WriteRequests = AsyncIterable<ReceivedRequestOf<'dcnsim.v1.BlockStore', 'Write'>>

/** Serves a cluster's images as `dcnsim.v1.BlockStore`. */
export function serveRbd(session: SessionOf<Rbd>): RpcServiceImplementation {
  const done = async (context: RpcCallContext, act: (rbd: Rbd) => Promise<unknown>) => {
    await act(await session(context))
    return {}
  }
  return implement('dcnsim.v1.BlockStore', {
    GetCluster: async (_, context) => (await session(context)).cluster(context),
    CreatePool: ({ pool }, context) => done(context, (rbd) => rbd.createPool(pool, context)),
    ListPools: async (_, context) => ({ pools: [...(await (await session(context)).listPools(context))] }),
    Df: async (_, context) => {
      const usage = await (await session(context)).df(context)
      return { ...usage, pools: [...usage.pools] }
    },

    CreateImage: ({ image, sizeBytes, ...layout }, context) =>
      done(context, (rbd) => rbd.createImage(imageOf(image), { sizeBytes, ...toLayout(layout), ...context })),
    ListImages: async ({ pool, namespace }, context) => ({
      images: [...(await (await session(context)).listImages(pool, { namespace, signal: context.signal }))],
    }),
    ListDetailed: async ({ pool, namespace }, context) => {
      const entries = await (await session(context)).listDetailed(pool, { namespace, signal: context.signal })
      return { entries: entries.map(fromListEntry) }
    },
    GetImageInfo: async (spec, context) => fromImageInfo(await (await session(context)).info(specOf(spec), context)),
    RemoveImage: (spec, context) => done(context, (rbd) => rbd.removeImage(imageOf(spec), context)),
    RenameImage: ({ image, newName }, context) =>
      done(context, (rbd) => rbd.renameImage(imageOf(image), newName, context)),
    Resize: ({ image, sizeBytes, allowShrink }, context) =>
      done(context, (rbd) => rbd.resize(imageOf(image), { sizeBytes, allowShrink, ...context })),

    CreateSnapshot: (spec, context) => done(context, (rbd) => rbd.createSnapshot(snapshotOf(spec), context)),
    ListSnapshots: async ({ image, all }, context) => {
      const snapshots = await (await session(context)).listSnapshots(imageOf(image), { all, signal: context.signal })
      return { snapshots: [...snapshots] }
    },
    RemoveSnapshot: (spec, context) => done(context, (rbd) => rbd.removeSnapshot(snapshotOf(spec), context)),
    ProtectSnapshot: (spec, context) => done(context, (rbd) => rbd.protectSnapshot(snapshotOf(spec), context)),
    UnprotectSnapshot: (spec, context) => done(context, (rbd) => rbd.unprotectSnapshot(snapshotOf(spec), context)),
    Rollback: (spec, context) => done(context, (rbd) => rbd.rollback(snapshotOf(spec), context)),

    Clone: ({ parent, child, cloneFormat, ...layout }, context) =>
      done(context, (rbd) =>
        rbd.clone(snapshotOf(parent), imageOf(child), {
          ...toLayout(layout),
          ...toCloneFormat(cloneFormat),
          ...context,
        }),
      ),
    Flatten: (spec, context) => done(context, (rbd) => rbd.flatten(imageOf(spec), context)),
    ListChildren: async ({ snapshot, descendants }, context) => ({
      children: [...(await (await session(context)).children(snapshotOf(snapshot), { descendants, ...context }))],
    }),
    DiskUsage: async (spec, context) => ({
      usages: [...(await (await session(context)).diskUsage(imageOf(spec), context))],
    }),

    Read: async function* ({ image, offset, lengthBytes, pieceBytes: askedBytes = messageDataBytes }, context) {
      const pieceBytes = Math.min(askedBytes, largestPieceBytes)
      const pieces = (await session(context)).read(specOf(image), {
        offset,
        ...(lengthBytes === undefined ? {} : { lengthBytes }),
        pieceBytes,
        signal: context.signal,
      })
      for await (const piece of pieces) yield* toContentPieces(piece, pieceBytes)
    },
    Write: async (requests, context) => {
      const { image, options, pieces } = await openWrite(requests)
      return (await session(context)).write(image, pieces, { ...options, signal: context.signal })
    },
    Discard: ({ image, offset, lengthBytes }, context) =>
      done(context, (rbd) => rbd.discard(imageOf(image), { offset, lengthBytes }, context)),
    ListExtents: async (spec, context) => ({
      extents: [...(await (await session(context)).extents(specOf(spec), context))],
    }),
    Flush: (spec, context) => done(context, (rbd) => rbd.flush(imageOf(spec), context)),

    Attach: ({ image, owner }, context) => done(context, (rbd) => rbd.attach(imageOf(image), { owner, ...context })),
    Detach: ({ image, owner }, context) => done(context, (rbd) => rbd.detach(imageOf(image), { owner, ...context })),
  })
}

/** The first request says which image; it and the others may carry content. */
async function openWrite(
  requests: WriteRequests,
): Promise<{ image: RbdImageSpec; options: WriteOptions; pieces: AsyncIterable<Content> }> {
  const iterator = requests[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) throw new InvalidArgumentError('a write names its image first', { errno: 'EINVAL' })
  const image = imageOf(first.value.image)
  const { client, freeZeros } = first.value
  return { image, options: { client, freeZeros }, pieces: contentOf() }

  async function* contentOf(): AsyncGenerator<Content> {
    for (let next = first; !next.done; next = await iterator.next()) {
      if (next.value.piece) yield toContent(next.value.piece)
    }
  }
}
