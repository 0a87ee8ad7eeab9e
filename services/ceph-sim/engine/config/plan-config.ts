import { InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { PoolMetadataSet, SettingsChanged } from '../changes.ts'
import { withEntry, withoutEntry } from '../images/plan-metadata.ts'
import { findPool } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid, metadataMissing } from '../refusals.ts'
import type { ClusterState } from '../state.ts'
import { findOption, isPoolOption, overridePrefix } from './config-options.ts'
import type { ConfigOption } from './config-schema.ts'
import { normalizedValue } from './config-values.ts'

/** In the order in which `ceph config dump` lists them. */
export const entityTypes = ['mon', 'mgr', 'osd', 'mds', 'client']

/**
 * `ceph config set`.
 *
 * @param section - `global`, a type of entity (`client`), or an entity (`client.openstack`)
 * @throws InvalidArgumentError (EINVAL) for a section, an option or a value that is none
 */
export function planSetConfig(
  state: ClusterState,
  { section, name, value }: { section: string; name: string; value: string },
): Plan<SettingsChanged> {
  const option = findOption(name)
  if (!option) throw new InvalidArgumentError(`unrecognized config option '${name}'`, { errno: 'EINVAL' })
  const normalized = normalizedValue(name, option, value)
  assertSection(section)
  const { config } = state.settings
  return settingsPlan({ ...config, [section]: withEntry(config[section] ?? {}, name, normalized) })
}

/** `ceph config rm`; removing what is not set does nothing. @throws InvalidArgumentError (EINVAL) for the section */
export function planRemoveConfig(state: ClusterState, section: string, name: string): Plan<SettingsChanged> {
  assertSection(section)
  const { config } = state.settings
  return settingsPlan({ ...config, [section]: withoutEntry(config[section] ?? {}, name) })
}

/** @throws NotFoundError (ENOENT) in the words of `ceph config get` */
export function knownOption(name: string): ConfigOption {
  const option = findOption(name)
  if (!option) throw new NotFoundError(`unrecognized key '${name}'`, { errno: 'ENOENT' })
  return option
}

/** @throws InvalidArgumentError (EINVAL) for what is not an entity or a type of them */
export function assertEntity(entity: string): void {
  if (!entityTypes.includes(entity.split('.')[0]!)) {
    throw new InvalidArgumentError(`unrecognized entity '${entity}'`, { errno: 'EINVAL' })
  }
}

/** `rbd config pool set`: the value stays as it was written. @throws InvalidArgumentError (EINVAL) */
export function planSetPoolOption(
  state: ClusterState,
  poolName: string,
  { name, value }: { name: string; value: string },
): Plan<PoolMetadataSet> {
  const pool = findPool(state, poolName)
  if (!isPoolOption(name)) throw invalid(`${name} cannot be overridden by a pool`, { option: name })
  normalizedValue(name, knownOption(name), value)
  return poolPlan(pool.id, withEntry(pool.metadata, overridePrefix + name, value))
}

/** @throws NotFoundError (ENOENT) when the pool does not override the option */
export function planRemovePoolOption(state: ClusterState, poolName: string, name: string): Plan<PoolMetadataSet> {
  const pool = findPool(state, poolName)
  const key = overridePrefix + name
  if (!Object.hasOwn(pool.metadata, key)) throw metadataMissing(key)
  return poolPlan(pool.id, withoutEntry(pool.metadata, key))
}

function settingsPlan(config: ClusterState['settings']['config']): Plan<SettingsChanged> {
  return { change: { kind: 'settings-changed', settings: { config } }, cost: metadataCost }
}

function poolPlan(pool: number, metadata: Readonly<Record<string, string>>): Plan<PoolMetadataSet> {
  return { change: { kind: 'pool-metadata-set', pool, metadata }, cost: metadataCost }
}

function assertSection(section: string): void {
  if (section === 'global' || entityTypes.includes(section.split('.')[0]!)) return
  throw new InvalidArgumentError(`unrecognized config target '${section}'`, { errno: 'EINVAL' })
}
