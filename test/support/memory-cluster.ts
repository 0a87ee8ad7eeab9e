import { type Cluster, type ClusterCapacity, createCluster, type StorePlace } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'

export const MiB = 2 ** 20
export const GiB = 2 ** 30
export const startMs = Date.UTC(2026, 10, 20, 11, 10, 0)

export interface TestCluster {
  readonly cluster: Cluster
  readonly clock: VirtualClock
  /** client.admin's session. */
  readonly rbd: ClusterClient
}

/** A started cluster, in memory unless a place is given, at a fixed time and with a fixed seed. */
export async function startTestCluster(
  options: { capacity?: ClusterCapacity; store?: StorePlace; seed?: string } = {},
): Promise<TestCluster> {
  const clock = new VirtualClock(startMs)
  const cluster = createCluster({
    clock,
    random: new SeededRandom(options.seed ?? 'test'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: options.store ?? { kind: 'memory' },
    capacity: options.capacity ?? { osds: 1, osdSizeBytes: 40 * GiB, replicas: 1 },
  })
  await cluster.start()
  return { cluster, clock, rbd: connectAdmin(cluster) }
}

export function connectAdmin(cluster: Cluster): ClusterClient {
  return cluster.connect({ user: 'admin', key: cluster.identities.keyOf('client.admin') })
}
