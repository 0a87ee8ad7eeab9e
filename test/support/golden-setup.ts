import { GiB } from '#kernel/units/bytes.ts'

/** The cluster that a transcript was recorded on, as far as the ones before it had not left it bare. */
export interface GoldenSetup {
  /** Made with the cluster, so that their ids are 1, 2, 3, ... */
  readonly pools: readonly string[]
  readonly capacity: { readonly osds: number; readonly osdSizeBytes: number; readonly replicas: number }
  /** The daemons' `ceph.conf`. */
  readonly conf?: Readonly<Record<string, string>>
  /** Writers wait where there is no room, as they did. */
  readonly fullPolicy?: 'wait'
}

const usual: GoldenSetup = {
  pools: ['images', 'volumes', 'vms'],
  capacity: { osds: 1, osdSizeBytes: 40 * GiB, replicas: 1 },
  conf: {
    host: 'vm',
    mon_host: '[v2:127.0.0.1:6789/0,v1:127.0.0.1:6790/0]',
    mon_allow_pool_delete: 'true',
    mon_allow_pool_size_one: 'true',
    mon_warn_on_pool_no_redundancy: 'false',
    osd_pool_default_min_size: '1',
    osd_pool_default_pg_num: '8',
  },
}
const earlierPools = [...usual.pools, 'bad', 'bad name']

const setups: Readonly<Record<string, Partial<GoldenSetup>>> = {
  '01-pools': { pools: [] },
  '13-quota-full': { pools: [], fullPolicy: 'wait' },
  '14-auth': { pools: earlierPools, capacity: { osds: 1, osdSizeBytes: 8 * GiB, replicas: 1 } },
  '15-status': { pools: [] },
  '16-dcn': { pools: [] },
  '22-by-id': { pools: [] },
  '19-replica3': { pools: [], capacity: { osds: 3, osdSizeBytes: 10 * GiB, replicas: 3 } },
}

/** @param name - of a transcript: `14-auth` */
export function goldenSetup(name: string): GoldenSetup {
  return { ...usual, ...setups[name] }
}
