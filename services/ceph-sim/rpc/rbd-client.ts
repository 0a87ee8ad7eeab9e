import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import type { Content, ContentSource, Rbd, RbdImageSpec, WriteOptions } from '../rbd.ts'
import { toImageInfo } from './image-info-messages.ts'
import { fromLayout } from './layout-messages.ts'
import {
  imageOf,
  toClusterUsage,
  toContent,
  toContentPieces,
  toListEntry,
  toSnapshotInfo,
  toUsage,
} from './rbd-messages.ts'

/** A cluster's images in another process, by the same port as those in this. */
export function rbdClient(client: RpcClient<'dcnsim.v1.BlockStore'>): Rbd {
  return {
    cluster: (options) => client.unary('GetCluster', {}, options),
    createPool: async (pool, options) => void (await client.unary('CreatePool', { pool }, options)),
    listPools: async (options) => (await client.unary('ListPools', {}, options)).pools,
    df: async (options) => toClusterUsage(await client.unary('Df', {}, options)),

    createImage: async (image, { sizeBytes, signal, ...layout }) =>
      void (await client.unary(
        'CreateImage',
        { image, sizeBytes: whole(sizeBytes), ...fromLayout(layout) },
        { signal },
      )),
    listImages: async (pool, { namespace, signal } = {}) =>
      (await client.unary('ListImages', { pool, namespace }, { signal })).images,
    listDetailed: async (pool, { namespace, signal } = {}) =>
      (await client.unary('ListDetailed', { pool, namespace }, { signal })).entries.map(toListEntry),
    info: async (spec, options) => toImageInfo(await client.unary('GetImageInfo', spec, options)),
    removeImage: async (image, options) => void (await client.unary('RemoveImage', image, options)),
    renameImage: async (image, newName, options) =>
      void (await client.unary('RenameImage', { image, newName }, options)),
    resize: async (image, { sizeBytes, allowShrink, signal }) =>
      void (await client.unary('Resize', { image, sizeBytes: whole(sizeBytes), allowShrink }, { signal })),

    createSnapshot: async (spec, options) => void (await client.unary('CreateSnapshot', spec, options)),
    listSnapshots: async (image, { all, signal } = {}) =>
      (await client.unary('ListSnapshots', { image, all }, { signal })).snapshots.map(toSnapshotInfo),
    removeSnapshot: async (spec, options) => void (await client.unary('RemoveSnapshot', spec, options)),
    protectSnapshot: async (spec, options) => void (await client.unary('ProtectSnapshot', spec, options)),
    unprotectSnapshot: async (spec, options) => void (await client.unary('UnprotectSnapshot', spec, options)),
    rollback: async (spec, options) => void (await client.unary('Rollback', spec, options)),

    clone: async (parent, child, { signal, cloneFormat, ...layout } = {}) =>
      void (await client.unary(
        'Clone',
        {
          parent,
          child,
          ...fromLayout(layout),
          ...(cloneFormat !== undefined && { cloneFormat: String(cloneFormat) }),
        },
        { signal },
      )),
    flatten: async (image, options) => void (await client.unary('Flatten', image, options)),
    children: async (snapshot, { descendants, signal } = {}) =>
      (await client.unary('ListChildren', { snapshot, descendants }, { signal })).children.map(imageOf),
    diskUsage: async (image, options) => (await client.unary('DiskUsage', image, options)).usages.map(toUsage),

    read: async function* (image, { signal, offset = 0, lengthBytes, pieceBytes }) {
      const length = lengthBytes === undefined ? undefined : whole(lengthBytes)
      const request = { image, offset: whole(offset), lengthBytes: length, pieceBytes }
      for await (const piece of client.serverStream('Read', request, { signal })) yield toContent(piece)
    },
    write: (image, pieces, options) => client.clientStream('Write', writeRequests(image, pieces, options), options),
    discard: async (image, { offset, lengthBytes }, options) =>
      void (await client.unary('Discard', { image, offset: whole(offset), lengthBytes: whole(lengthBytes) }, options)),
    extents: async (spec, options) => (await client.unary('ListExtents', spec, options)).extents,
    flush: async (image, options) => void (await client.unary('Flush', image, options)),

    attach: async (image, { owner, signal }) => void (await client.unary('Attach', { image, owner }, { signal })),
    detach: async (image, { owner, signal }) => void (await client.unary('Detach', { image, owner }, { signal })),
  }
}

async function* writeRequests(image: RbdImageSpec, pieces: ContentSource, { client, freeZeros }: WriteOptions = {}) {
  yield { image, client, freeZeros }
  for await (const content of pieces as AsyncIterable<Content>) {
    whole(content.offset)
    for (const piece of toContentPieces(content)) yield { piece }
  }
}

/** A count of bytes that an unsigned field can carry; another number would arrive as a different one. */
function whole(bytes: number): number {
  if (Number.isSafeInteger(bytes) && bytes >= 0) return bytes
  throw new InvalidArgumentError(`${bytes} is not a count of bytes`, { errno: 'EINVAL' })
}
