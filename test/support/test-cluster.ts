import type { Rbd } from '#ceph-sim/rbd.ts'
import { FakeRbd } from './fake-rbd.ts'

export const fsids = {
  central: 'd25504ce-459f-432d-b6fa-79854d786f2b',
  dcn0: '0c10d6b5-a455-4c4d-bd53-8f2b9357c3c7',
} as const

export interface TestCluster {
  readonly rbd: Rbd
  readonly fsid: string
}

/** A cluster of its own for one test. */
export async function openCluster(
  name: keyof typeof fsids,
  options: { capacityBytes?: number } = {},
): Promise<TestCluster> {
  const fsid = fsids[name]
  const rbd = new FakeRbd(name, fsid)
  if (options.capacityBytes !== undefined) rbd.capacityBytes = options.capacityBytes
  return { rbd, fsid }
}
