import { ForbiddenError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { systemRandom } from '#kernel/random/random.ts'
import { clientOver, RpcChannel } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { formatNbdAddress, type NbdAddress, parseNbdAddress } from '../nbd/nbd-address.ts'
import { NbdServer } from '../nbd/nbd-server.ts'
import type { Rbd, RbdSpec } from '../rbd.ts'
import type { ConnectClusterOptions } from './cluster-client.ts'
import { specOf } from './rbd-messages.ts'
import { cephxKeyHeader, cephxUserHeader, type SessionOf } from './sessions.ts'

/** Serving NBD from a cluster's own process, on request: both ends of `dcnsim.v1.Nbd`. */

const leaseMs = 6_000

interface Lease {
  readonly server: NbdServer
  readonly ended: AbortController
  until: number
}

export function serveNbd(session: SessionOf<Rbd>): RpcServiceImplementation {
  const leases = new NbdLeases()
  return implement('dcnsim.v1.Nbd', {
    Open: async ({ exports, address, readOnly, tls }, context) => {
      if (!isLocal(context.peer)) {
        throw new ForbiddenError(`${context.peer} is on another machine, and must serve NBD itself`, { errno: 'EPERM' })
      }
      const server = new NbdServer(await session(context), new SystemClock(), {
        address: parseNbdAddress(address),
        exports: exports.map((spec) => specOf(spec)),
        isReadOnly: readOnly,
        ...(tls && { tls }),
      })
      const bound = await server.start()
      return { lease: leases.add(server), address: formatNbdAddress(bound), uris: [...server.uris], leaseMs }
    },
    Renew: async ({ lease }) => {
      leases.renew(lease)
      return {}
    },
    Close: async ({ lease }) => {
      await leases.close(lease)
      return {}
    },
  })
}

/** What is served, until it is renewed no more. In real time: it is about processes, not about what they simulate. */
class NbdLeases {
  readonly #clock = new SystemClock()
  readonly #random = systemRandom()
  readonly #leases = new Map<string, Lease>()

  add(server: NbdServer): string {
    const id = this.#random.uuid()
    const lease = { server, ended: new AbortController(), until: this.#clock.now() + leaseMs }
    this.#leases.set(id, lease)
    void this.#watch(id, lease)
    return id
  }

  /** @throws NotFoundError */
  renew(id: string): void {
    const lease = this.#leases.get(id)
    if (!lease) throw new NotFoundError('what was served has ended', { lease: id })
    lease.until = this.#clock.now() + leaseMs
  }

  async close(id: string): Promise<void> {
    const lease = this.#leases.get(id)
    if (!lease) return
    this.#leases.delete(id)
    lease.ended.abort()
    await lease.server.stop()
  }

  async #watch(id: string, lease: Lease): Promise<void> {
    try {
      while (this.#clock.now() < lease.until) {
        await this.#clock.sleepUntil(lease.until, { signal: lease.ended.signal })
      }
      await this.close(id)
    } catch {
      // Closed before its time.
    }
  }
}

/** An NBD server in a cluster's process, as its caller sees it. */
export interface RemoteNbd {
  open(options: {
    exports: readonly RbdSpec[]
    address: NbdAddress
    isReadOnly: boolean
    tls: RpcTls | undefined
  }): Promise<ServedNbd>
  /** @throws NotFoundError when it has ended; UnavailableError while the cluster is away */
  renew(lease: string): Promise<void>
  close(lease: string): Promise<void>
  disconnect(): void
}

export interface ServedNbd {
  readonly lease: string
  readonly address: NbdAddress
  /** One for each export. */
  readonly uris: readonly string[]
  /** Real milliseconds within which to renew. */
  readonly leaseMs: number
}

export function connectNbd({ address, user, key, tls: channelTls }: ConnectClusterOptions): RemoteNbd {
  const channel = new RpcChannel(address, {
    metadata: { [cephxUserHeader]: user, [cephxKeyHeader]: key },
    ...(channelTls ? { tls: channelTls } : {}),
  })
  const client = clientOver(channel, 'dcnsim.v1.Nbd')
  return {
    open: async ({ exports, address: where, isReadOnly: readOnly, tls }) => {
      const request = { exports: [...exports], address: formatNbdAddress(where), readOnly, ...(tls && { tls }) }
      const { lease, address: bound, uris, leaseMs: withinMs } = await client.unary('Open', request)
      return { lease, address: parseNbdAddress(bound), uris, leaseMs: withinMs }
    },
    renew: async (lease) => void (await client.unary('Renew', { lease }, { deadlineMs: leaseMs })),
    close: async (lease) => void (await client.unary('Close', { lease })),
    disconnect: () => channel.close(),
  }
}

/** A peer of this machine: grpc-js says `127.0.0.1:40000`, `::1:40000`, or a socket's path. */
function isLocal(peer: string): boolean {
  return /^(127\.\d+\.\d+\.\d+:|\[?::1\]?:|\[?::ffff:127\.|unix:|\/)/.test(peer)
}
