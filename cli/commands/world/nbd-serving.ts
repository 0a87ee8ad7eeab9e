import type { NbdAddress } from '#ceph-sim/nbd/nbd-address.ts'
import { NbdServer } from '#ceph-sim/nbd/nbd-server.ts'
import type { RbdSpec } from '#ceph-sim/rbd.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { connectNbd, type RemoteNbd, type ServedNbd } from '#ceph-sim/rpc/nbd-rpc.ts'
import type { ClusterSession, ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import { type ClusterAccess, clusterFiles } from '#cli/live/cluster-files.ts'
import { hubOf } from '#cli/topology/topology.ts'
import { asDomainError, InternalError } from '#kernel/errors/domain-error.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import type { OpenWorld } from './context.ts'

export interface NbdServing {
  /** The hub's when absent. */
  readonly cluster: string | undefined
  readonly user: ClusterUser
  readonly exports: readonly RbdSpec[]
  readonly address: NbdAddress
  readonly isReadOnly: boolean
  readonly tls: RpcTls | undefined
  /** Serve from this process even if the cluster's could. */
  readonly isHere: boolean
  /** Ends it. */
  readonly signal: AbortSignal
  /** Called once it listens, with one URI for each export. */
  readonly onServing: (uris: readonly string[]) => void
}

/** How long a cluster may be away before what was served is given up; real time. */
const patienceMs = 30_000
const real = new SystemClock()

/**
 * Serves images until the signal: from the cluster's own process where that is on this machine, which is several times
 * faster, else from this one. A cluster that starts again within half a minute goes on at the same address.
 *
 * @throws the port's errors; UnavailableError when the cluster stays away
 */
export async function serveNbd(world: OpenWorld, serving: NbdServing): Promise<void> {
  const access = await findAccess(world, serving)
  if (serving.isHere || !isLocal(access.address)) await serveHere(connectCluster(access), serving)
  else await new InCluster(world, serving).run()
}

async function serveHere(rbd: ClusterSession, serving: NbdServing): Promise<void> {
  try {
    const server = new NbdServer(rbd, real, serving)
    await server.start()
    serving.onServing(server.uris)
    await aborted(serving.signal)
    await server.stop()
  } finally {
    rbd.close?.()
  }
}

/** What this process holds of a server in the cluster's. */
class InCluster {
  readonly #world: OpenWorld
  readonly #serving: NbdServing
  #remote: RemoteNbd | undefined
  #served: ServedNbd | undefined

  constructor(world: OpenWorld, serving: NbdServing) {
    this.#world = world
    this.#serving = serving
  }

  async run(): Promise<void> {
    const { signal, onServing } = this.#serving
    try {
      const served = await this.#open(this.#serving.address)
      onServing(served.uris)
      let seenMs = real.now()
      while (await paused(served.leaseMs / 3, signal)) {
        try {
          await this.#renew()
          seenMs = real.now()
        } catch (thrown) {
          if (!isPassing(thrown) || real.now() - seenMs > patienceMs) throw thrown
          this.#disconnect()
        }
      }
      if (this.#served) await this.#remote?.close(this.#served.lease).catch(() => {})
    } finally {
      this.#disconnect()
    }
  }

  async #renew(): Promise<void> {
    const { lease, address } = this.#served!
    this.#remote ??= connectNbd(await findAccess(this.#world, this.#serving))
    try {
      await this.#remote.renew(lease)
    } catch (thrown) {
      // The cluster has started again, and knows nothing of it.
      if (asDomainError(thrown).code !== 'not_found') throw thrown
      await this.#open(address)
    }
  }

  async #open(address: NbdAddress): Promise<ServedNbd> {
    const { exports, isReadOnly, tls } = this.#serving
    this.#remote ??= connectNbd(await findAccess(this.#world, this.#serving))
    this.#served = await this.#remote.open({ exports, address, isReadOnly, tls })
    return this.#served
  }

  #disconnect(): void {
    this.#remote?.disconnect()
    this.#remote = undefined
  }
}

/** What goes by when a cluster that starts again is ready: until then it is away, or its old socket is in the way. */
function isPassing(thrown: unknown): boolean {
  return ['unavailable', 'deadline', 'conflict', 'cancelled'].includes(asDomainError(thrown).code)
}

/** Where the cluster answers now, and with which key. */
async function findAccess({ state, topology }: OpenWorld, { cluster, user }: NbdServing): Promise<ClusterAccess> {
  let found: ClusterAccess | undefined
  const first = hubOf(topology).id
  const connect = (access: ClusterAccess) => {
    found = access
    return connectCluster(access)
  }
  const session = await clusterFiles([state.etc], { first, connect }).open(cluster ?? first, user)
  session.close?.()
  if (!found) throw new InternalError('a session was opened without access')
  return found
}

function isLocal(address: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?):\d+$/.test(address)
}

/** @returns false once the signal has aborted */
async function paused(durationMs: number, signal: AbortSignal): Promise<boolean> {
  await real.sleep(durationMs, { signal }).catch(() => {})
  return !signal.aborted
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
