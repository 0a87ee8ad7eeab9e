import type { Cluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import type { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { startTestCluster } from './memory-cluster.ts'

/** How callers reach a cluster: each is an adapter of its whole port, and must answer alike. */
export const doors = ['in process', 'over gRPC'] as const
export type Door = (typeof doors)[number]

export interface ClusterBehindDoor {
  readonly cluster: Cluster
  readonly clock: VirtualClock
  /** A wrong key fails here or at the first call. */
  connect(credentials: { user: string; key: string }): ClusterClient
  /** With the user's own key. */
  connectAs(user: string): ClusterClient
  stop(): Promise<void>
}

/** A started cluster, and sessions through a door. */
export async function openBehind(
  door: Door,
  options?: Parameters<typeof startTestCluster>[0],
): Promise<ClusterBehindDoor> {
  const { cluster, clock } = await startTestCluster(options)
  const { connect, close } = door === 'over gRPC' ? await serve(cluster) : direct(cluster)
  return {
    cluster,
    clock,
    connect,
    connectAs: (user) => connect({ user, key: cluster.identities.keyOf(user) }),
    async stop() {
      await close()
      await cluster.stop()
    },
  }
}

type Connect = ClusterBehindDoor['connect']

function direct(cluster: Cluster): { connect: Connect; close(): Promise<void> } {
  return { connect: (credentials) => cluster.connect(credentials), close: async () => {} }
}

async function serve(cluster: Cluster): Promise<{ connect: Connect; close(): Promise<void> }> {
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const address = await server.start()
  const clients: { close(): void }[] = []
  return {
    connect(credentials) {
      const client = connectCluster({ address, ...credentials })
      clients.push(client)
      return client
    },
    async close() {
      for (const client of clients) client.close()
      await server.stop({ drainMs: 100 })
    },
  }
}
