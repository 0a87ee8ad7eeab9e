import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { DiffPiece__Output, DiffPiece as DiffPieceMessage } from '#proto/dcnsim/v1/DiffPiece.ts'
import type { DiffRequest, DiffRequest__Output } from '#proto/dcnsim/v1/DiffRequest.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { DiffExtent, DiffOptions, DiffPiece, Diffs } from '../port/diffs.ts'
import type { RbdSpec } from '../rbd.ts'
import { imageOf, largestPieceBytes, specOf, toContent, toContentPieces, toUsage } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Changes of images over gRPC: both ends of `dcnsim.v1.Diffs`. */

/** So many extents go in one message. */
const messageExtents = 1024

export function serveDiffs(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Diffs', {
    List: async function* (request, context) {
      const { diffs } = await session(context)
      let extents: DiffExtent[] = []
      for await (const extent of diffs.list(specOf(request.image), { ...optionsOf(request), ...context })) {
        extents.push(extent)
        if (extents.length < messageExtents) continue
        yield { extents }
        extents = []
      }
      if (extents.length > 0) yield { extents }
    },
    Read: async function* (request, context) {
      const { diffs } = await session(context)
      for await (const piece of diffs.read(specOf(request.image), { ...optionsOf(request), ...context })) {
        yield* fromDiffPiece(piece)
      }
    },
    Usage: async ({ image, exact }, context) => ({
      usages: [...(await (await session(context)).diffs.usage(imageOf(image), { exact, ...context }))],
    }),
  })
}

export function diffsClient(client: RpcClient<'dcnsim.v1.Diffs'>): Diffs {
  return {
    list: async function* (image, { signal, ...options } = {}) {
      for await (const { extents } of client.serverStream('List', requestOf(image, options), { signal })) yield* extents
    },
    read: async function* (image, { signal, ...options } = {}) {
      for await (const piece of client.serverStream('Read', requestOf(image, options), { signal })) {
        yield toDiffPiece(piece)
      }
    },
    usage: async (image, { exact, signal } = {}) =>
      (await client.unary('Usage', { image, exact }, { signal })).usages.map(toUsage),
  }
}

function requestOf(image: RbdSpec, { fromSnapshot, wholeObject, withoutParent }: DiffOptions): DiffRequest {
  return { image, fromSnapshot, wholeObject, withoutParent }
}

function optionsOf({ fromSnapshot, wholeObject, withoutParent }: DiffRequest__Output): DiffOptions {
  return { fromSnapshot, wholeObject, withoutParent }
}

function* fromDiffPiece(piece: DiffPiece): Generator<DiffPieceMessage> {
  if (piece.kind === 'extent') {
    const { offset, lengthBytes, exists } = piece
    yield { extent: { offset, lengthBytes, exists } }
  } else for (const content of toContentPieces(piece, largestPieceBytes)) yield { content }
}

function toDiffPiece({ extent, content }: DiffPiece__Output): DiffPiece {
  return extent ? { kind: 'extent', ...extent } : toContent(content!)
}
