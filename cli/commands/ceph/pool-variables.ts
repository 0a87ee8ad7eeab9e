import { isFlag, poolVariables } from '#ceph-sim/engine/pools/pool-variables.ts'
import type { PoolReport } from '#ceph-sim/port/status.ts'

/** What `ceph osd pool set` takes. */
export const variables = poolVariables

/** What `ceph osd pool get POOL all` shows, in its order: what has a value always, then whatever else was set. */
export function settingsOf(pool: PoolReport): readonly (readonly [string, string | number])[] {
  const options = new Map(pool.options.map(({ key, value }) => [key, value]))
  const flag = (name: string) => [name, String(pool.flags.includes(name))] as const
  const number = (name: string, otherwise: number) =>
    [name, options.get(name) === undefined ? otherwise : options.get(name) === 'true' ? 1 : 0] as const
  const always = [
    ['size', pool.replicas],
    ['min_size', pool.minSize],
    ['pg_num', pool.pgNum],
    ['pgp_num', pool.pgpNum],
    ['crush_rule', pool.crushRule],
    ...[
      'hashpspool',
      'nodelete',
      'nopgchange',
      'nosizechange',
      'write_fadvise_dontneed',
      'noscrub',
      'nodeep-scrub',
    ].map(flag),
    number('use_gmt_hitset', 1),
    number('fast_read', 0),
    ['pg_autoscale_mode', 'off'],
    ['bulk', options.get('bulk') ?? 'false'],
  ] as const
  const shown = new Set<string>(always.map(([key]) => key))
  const others = [...options].filter(([key]) => !shown.has(key) && !isFlag(key))
  return [...always, ...others]
}
