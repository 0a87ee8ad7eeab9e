import type { ConfigEntry } from '../../port/configuration.ts'
import type { ClusterState } from '../state.ts'
import { findOption, sectionsOf } from './config-options.ts'
import { entityTypes } from './plan-config.ts'

/** `ceph config dump`. */
export function configEntries(state: ClusterState): readonly ConfigEntry[] {
  return Object.keys(state.settings.config)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap((section) => entriesOf(state, section))
}

/** `ceph config get ENTITY`: of the sections that speak of it, the most special one counts. */
export function entriesFor(state: ClusterState, entity: string): readonly ConfigEntry[] {
  const byName = new Map<string, ConfigEntry>()
  for (const section of sectionsOf(entity)) {
    for (const entry of entriesOf(state, section)) byName.set(entry.name, entry)
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function entriesOf({ settings }: ClusterState, section: string): readonly ConfigEntry[] {
  const config = Object.hasOwn(settings.config, section) ? settings.config[section]! : {}
  return Object.entries(config).map(([name, value]) => {
    const { level = 'advanced', fixed } = findOption(name) ?? {}
    return { section, name, value, level, canUpdateAtRuntime: fixed === undefined }
  })
}

/** `global` first, then each type of entity before those of that type. */
function rank(section: string): number {
  return section === 'global' ? -1 : entityTypes.indexOf(section.split('.')[0]!)
}
