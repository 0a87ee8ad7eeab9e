import type { CloneFormat } from '../../rbd.ts'
import { type ConfigScope, configValue } from '../config/config-options.ts'
import type { ClusterState } from '../state.ts'

/** Ceph's releases, oldest first, as `ceph osd set-require-min-compat-client` knows them. */
const releases = [
  'argonaut',
  'bobtail',
  'cuttlefish',
  'dumpling',
  'emperor',
  'firefly',
  'giant',
  'hammer',
  'infernalis',
  'jewel',
  'kraken',
  'luminous',
  'mimic',
  'nautilus',
  'octopus',
  'pacific',
] as const

/**
 * Which format a clone gets: what was asked for, else what its pool or its maker is configured to, else `auto`, which is
 * 2 once the cluster refuses clients that are older than mimic (a fresh Ceph 16.2 does not).
 *
 * @param scope - the clone's pool, and who makes it
 */
export function cloneFormatOf(state: ClusterState, asked: CloneFormat | undefined, scope: ConfigScope): 1 | 2 {
  const format = String(asked ?? configValue(state, 'rbd_default_clone_format', scope))
  if (format === '1' || format === '2') return Number(format) as 1 | 2
  return isAtLeast(state.settings.minCompatClient, 'mimic') ? 2 : 1
}

export function isRelease(name: string): boolean {
  return (releases as readonly string[]).includes(name)
}

function isAtLeast(release: string, other: (typeof releases)[number]): boolean {
  const names: readonly string[] = releases
  return names.indexOf(release) >= names.indexOf(other)
}
