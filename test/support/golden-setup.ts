import { GiB } from '#kernel/units/bytes.ts'

/** The cluster that a transcript was recorded on, as far as the ones before it had not left it bare. */
export interface GoldenSetup {
  /** Made with the cluster, so that their ids are 1, 2, 3, ... */
  readonly pools: readonly string[]
  readonly capacity: { readonly osds: number; readonly osdSizeBytes: number; readonly replicas: number }
}

const usual: GoldenSetup = {
  pools: ['images', 'volumes', 'vms'],
  capacity: { osds: 1, osdSizeBytes: 40 * GiB, replicas: 1 },
}
const earlierPools = [...usual.pools, 'bad', 'bad name']

const setups: Readonly<Record<string, Partial<GoldenSetup>>> = {
  '01-pools': { pools: [] },
  '13-quota-full': { pools: earlierPools },
  '14-auth': { pools: earlierPools, capacity: { osds: 1, osdSizeBytes: 8 * GiB, replicas: 1 } },
  '15-status': { pools: earlierPools },
  '16-dcn': { pools: [] },
  '19-replica3': { pools: [], capacity: { osds: 3, osdSizeBytes: 10 * GiB, replicas: 3 } },
}

/** @param name - of a transcript: `14-auth` */
export function goldenSetup(name: string): GoldenSetup {
  return { ...usual, ...setups[name] }
}
