import { UnavailableError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { HeldImage, HoldOptions, ImageClients, Watcher } from '../port/image-clients.ts'
import { imageOf } from './rbd-messages.ts'
import { cephxUserHeader, type SessionOf } from './sessions.ts'

/** Clients that keep images open, over gRPC: both ends of `dcnsim.v1.ImageClients`. A client lives while its stream does. */

export function serveImageClients(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  /** By cephx user and address. */
  const held = new Map<string, HeldImage>()
  return implement('dcnsim.v1.ImageClients', {
    Hold: async function* ({ image, lock }, context) {
      const { clients } = await session(context)
      const holding = await clients.hold(imageOf(image), { ...lockOf(lock), signal: context.signal })
      const key = `${context.header(cephxUserHeader)} ${holding.watcher.address}`
      held.set(key, holding)
      try {
        yield holding.watcher
        await holding.over
      } finally {
        held.delete(key)
      }
    },
    Release: async ({ address }, context) => {
      await held.get(`${context.header(cephxUserHeader)} ${address}`)?.release()
      return {}
    },
    ListWatchers: async (spec, context) => ({
      watchers: [...(await (await session(context)).clients.watchers(imageOf(spec), context))],
    }),
  })
}

function lockOf(lock: string): HoldOptions {
  return lock === 'take' || lock === 'keep' ? { lock } : {}
}

export function imageClientsClient(client: RpcClient<'dcnsim.v1.ImageClients'>): ImageClients {
  return {
    hold: async (image, { lock = 'on-write', signal } = {}) => {
      const stream = client.serverStream('Hold', { image, lock }, { signal })[Symbol.asyncIterator]()
      const first = await stream.next()
      if (first.done) throw new UnavailableError('the cluster went away', { errno: 'ESHUTDOWN' })
      const { address } = first.value
      const ended = stream.next().then(
        () => {},
        () => {},
      )
      return {
        watcher: watcherOf(first.value),
        over: ended,
        release: async () => {
          await client.unary('Release', { address })
          await ended
        },
      }
    },
    watchers: async (image, options) => (await client.unary('ListWatchers', image, options)).watchers.map(watcherOf),
  }
}

function watcherOf({ address, client, cookie }: Watcher): Watcher {
  return { address, client, cookie }
}
