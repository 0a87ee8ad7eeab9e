import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { CopyRequest, CopyRequest__Output } from '#proto/dcnsim/v1/CopyRequest.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { Copies, CopyOptions, DeepCopyOptions } from '../port/copies.ts'
import type { RbdImageSpec, RbdSpec } from '../rbd.ts'
import { imageOf, specOf } from './rbd-messages.ts'
import type { SessionOf } from './sessions.ts'

/** Copies inside a cluster over gRPC: both ends of `dcnsim.v1.Copies`. */

export function serveCopies(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.Copies', {
    Copy: async function* (request, context) {
      const { copies } = await session(context)
      const options = { ...layoutOf(request), sparseBytes: request.sparseBytes, ...context }
      yield* copies.copy(specOf(request.source), imageOf(request.target), options)
    },
    DeepCopy: async function* (request, context) {
      const { copies } = await session(context)
      const options = { ...layoutOf(request), flatten: request.flatten, ...context }
      yield* copies.deepCopy(specOf(request.source), imageOf(request.target), options)
    },
    Sparsify: async function* ({ image, sparseBytes }, context) {
      const { copies } = await session(context)
      yield* copies.sparsify(imageOf(image), { ...(sparseBytes !== undefined && { sparseBytes }), ...context })
    },
  })
}

export function copiesClient(client: RpcClient<'dcnsim.v1.Copies'>): Copies {
  return {
    copy: (source, target, { signal, ...options } = {}) =>
      client.serverStream('Copy', requestOf(source, target, options), { signal }),
    deepCopy: (source, target, { signal, ...options } = {}) =>
      client.serverStream('DeepCopy', requestOf(source, target, options), { signal }),
    sparsify: (image, { signal, sparseBytes } = {}) =>
      client.serverStream('Sparsify', { image, sparseBytes }, { signal }),
  }
}

function requestOf(source: RbdSpec, target: RbdImageSpec, options: CopyOptions & DeepCopyOptions): CopyRequest {
  const { order, features = [], stripeUnitBytes, stripeCount, dataPool, sparseBytes, flatten } = options
  return {
    source,
    target,
    order,
    features: [...features],
    stripeUnit: stripeUnitBytes,
    stripeCount,
    dataPool,
    sparseBytes,
    flatten,
  }
}

function layoutOf({ order, features, stripeUnit, stripeCount, dataPool }: CopyRequest__Output) {
  return {
    order,
    stripeUnitBytes: stripeUnit,
    stripeCount,
    dataPool,
    ...(features.length > 0 && { features }),
  }
}
