import { createCluster } from '#ceph-sim/app.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'

export const fsids = {
  central: 'd25504ce-459f-432d-b6fa-79854d786f2b',
  dcn0: '0c10d6b5-a455-4c4d-bd53-8f2b9357c3c7',
} as const

export interface TestCluster {
  /** A session of `client.openstack`. */
  readonly rbd: Rbd
  readonly fsid: string
  /** A session of another identity with these caps. */
  session(entity: string, caps: { readonly mon: string; readonly osd: string }): Promise<Rbd>
}

/** A simulated cluster of its own for one test, in memory. @param options.capacityBytes - raw, without replicas */
export async function openCluster(
  name: keyof typeof fsids,
  options: { readonly capacityBytes?: number } = {},
): Promise<TestCluster> {
  const { capacityBytes } = options
  const cluster = createCluster({
    clock: new VirtualClock(1_700_000_000_000),
    random: new SeededRandom(name),
    name,
    fsid: fsids[name],
    store: { kind: 'memory' },
    ...(capacityBytes === undefined ? {} : { capacity: { osds: 1, osdSizeBytes: capacityBytes, replicas: 1 } }),
  })
  await cluster.start()
  const session = (entity: string) => cluster.connect({ user: entity, key: cluster.identities.keyOf(entity) })
  return {
    rbd: session('client.openstack'),
    fsid: cluster.fsid,
    session: async (entity, caps) => {
      await cluster.identities.create(entity, caps)
      return session(entity)
    },
  }
}
