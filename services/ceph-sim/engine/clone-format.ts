import type { CloneFormat } from '../rbd.ts'
import type { ClusterState } from './state.ts'

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
 * Which format a clone gets: what was asked for, else what `ceph config` says of clients, else `auto`, which is 2 once
 * the cluster refuses clients that are older than mimic (a fresh Ceph 16.2 does not).
 */
export function cloneFormatOf({ settings }: ClusterState, asked: CloneFormat | undefined): 1 | 2 {
  const { client, global } = settings.config
  const configured = client?.rbd_default_clone_format ?? global?.rbd_default_clone_format ?? 'auto'
  const format = String(asked ?? configured)
  if (format === '1' || format === '2') return Number(format) as 1 | 2
  return isAtLeast(settings.minCompatClient, 'mimic') ? 2 : 1
}

export function isRelease(name: string): boolean {
  return (releases as readonly string[]).includes(name)
}

function isAtLeast(release: string, other: (typeof releases)[number]): boolean {
  const names: readonly string[] = releases
  return names.indexOf(release) >= names.indexOf(other)
}
