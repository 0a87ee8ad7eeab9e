import type { ClusterState, ImageState, PoolState } from '../state.ts'
import { type ConfigOption, configOptions } from './config-schema.ts'
import { normalizedValue } from './config-values.ts'

/** How an override of an option is called among an image's or a pool's metadata. */
export const overridePrefix = 'conf_'

export interface ConfigScope {
  /** Who asks, `client.openstack` or `mon`; `client` when absent. */
  readonly entity?: string | undefined
  readonly pool?: Pick<PoolState, 'metadata'> | undefined
  readonly image?: Pick<ImageState, 'metadata' | 'pool'> | undefined
}

export type ConfigSource = 'config' | 'pool' | 'image'
export interface OptionValue {
  readonly name: string
  readonly value: string
  readonly source: ConfigSource
}

/** Options that RBD does not let a pool or an image override, nor lists. */
const neverOverridden = new Set([
  'rbd_auto_exclusive_lock_until_manual_request',
  'rbd_config_pool_override_update_timestamp',
  'rbd_default_format',
  'rbd_default_pool',
  'rbd_discard_on_zeroed_write_same',
  'rbd_mirror_pool_replayers_refresh_interval',
  'rbd_op_thread_timeout',
  'rbd_op_threads',
  'rbd_tracing',
  'rbd_validate_names',
  'rbd_validate_pool',
])
/** Options that come too late for an image that exists. */
const notOfImages = new Set([
  'rbd_default_clone_format',
  'rbd_default_data_pool',
  'rbd_default_features',
  'rbd_default_order',
  'rbd_default_stripe_count',
  'rbd_default_stripe_unit',
  'rbd_journal_order',
  'rbd_journal_pool',
  'rbd_journal_splay_width',
])

export function findOption(name: string): ConfigOption | undefined {
  return Object.hasOwn(configOptions, name) ? configOptions[name] : undefined
}

export function isPoolOption(name: string): boolean {
  return name.startsWith('rbd_') && findOption(name) !== undefined && !neverOverridden.has(name)
}

export function isImageOption(name: string): boolean {
  return isPoolOption(name) && !notOfImages.has(name) && !name.startsWith('rbd_mirror_')
}

/**
 * What an option is for whoever asks, as Ceph keeps values (see `normalizedValue`): the image's override, else the
 * pool's, else the `ceph.conf`'s, else what `ceph config` says of the entity, its type or everybody, else the default.
 */
export function configValue(state: ClusterState, name: string, scope: ConfigScope = {}): string {
  const option = configOptions[name]!
  return normalizedValue(name, option, optionValue(state, name, scope).value)
}

/** The same as it was given, and from where. */
function optionValue(state: ClusterState, name: string, { entity, pool, image }: ConfigScope): OptionValue {
  const key = overridePrefix + name
  const ofImage = own(image?.metadata, key)
  if (ofImage !== undefined) return { name, value: ofImage, source: 'image' }
  const ofPool = own((pool ?? image?.pool)?.metadata, key)
  if (ofPool !== undefined) return { name, value: ofPool, source: 'pool' }
  return { name, value: own(state.conf, name) ?? entityValue(state, name, entity), source: 'config' }
}

/** An option of the monitors. */
export function monitorOption(state: ClusterState, name: string): string {
  return configValue(state, name, { entity: 'mon' })
}

/**
 * What a `ceph.conf` cannot say of an option that is known here.
 *
 * @throws InvalidArgumentError (EINVAL) in the words of `ceph config set`
 */
export function assertConf(conf: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(conf)) {
    const option = findOption(name)
    if (option) normalizedValue(name, option, value)
  }
}

/** `ceph config get`: without overrides of pools and images, and a default as it is written. */
export function entityValue({ settings }: ClusterState, name: string, entity = 'client'): string {
  for (const section of sectionsOf(entity).reverse()) {
    const value = own(own(settings.config, section), name)
    if (value !== undefined) return value
  }
  return configOptions[name]!.initial
}

/** The sections that say something of an entity, the most special one last. */
export function sectionsOf(entity: string): string[] {
  const type = entity.split('.')[0]!
  return type === entity ? ['global', type] : ['global', type, entity]
}

/** `rbd config pool ls`. */
export function poolOptions(state: ClusterState, scope: ConfigScope): readonly OptionValue[] {
  return listed(state, isPoolOption, scope)
}

/** `rbd config image ls`. */
export function imageOptions(state: ClusterState, scope: ConfigScope): readonly OptionValue[] {
  return listed(state, isImageOption, scope)
}

function listed(state: ClusterState, isListed: (name: string) => boolean, scope: ConfigScope): readonly OptionValue[] {
  return Object.keys(configOptions)
    .filter(isListed)
    .sort()
    .map((name) => {
      const { value, source } = optionValue(state, name, scope)
      return { name, source, value: source === 'config' ? normalizedValue(name, configOptions[name]!, value) : value }
    })
}

/** Names come from users, so what every object has must not be found. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
