import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/**
 * Options of Ceph, as `ceph config` and `rbd config` set and show them. An image's override (kept among its metadata)
 * goes before its pool's, and that before what the cluster says of a client. Of all options only `rbd_default_*` and
 * those that other parts of the port name change what the simulator does.
 */
export interface Configuration {
  /**
   * @param section - `global`, a type of entity such as `client`, or an entity such as `client.openstack`
   * @throws InvalidArgumentError (EINVAL) for a section, an option or a value that is none
   */
  set(section: string, option: { name: string; value: string }, options?: CallOptions): Promise<void>
  /** Nothing happens where it is not set. @throws InvalidArgumentError (EINVAL) for the section */
  remove(section: string, name: string, options?: CallOptions): Promise<void>
  /** Everything that is set: first `global`, then by type of entity. */
  dump(options?: CallOptions): Promise<readonly ConfigEntry[]>
  /** What an option is for an entity. @throws InvalidArgumentError (EINVAL) for the entity; NotFoundError (ENOENT) */
  get(entity: string, name: string, options?: CallOptions): Promise<string>
  /** What is set for an entity, by option. @throws InvalidArgumentError (EINVAL) for the entity */
  listFor(entity: string, options?: CallOptions): Promise<readonly ConfigEntry[]>

  /** @throws InvalidArgumentError (EINVAL) for an option that pools cannot override, or a wrong value */
  setForPool(pool: string, option: { name: string; value: string }, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT, `metadata_missing`) where the pool does not override it */
  getForPool(pool: string, name: string, options?: CallOptions): Promise<string>
  /** @throws NotFoundError (ENOENT, `metadata_missing`) where the pool does not override it */
  removeForPool(pool: string, name: string, options?: CallOptions): Promise<void>
  /** What each option of RBD is for whoever asks, in this pool, by name. */
  listForPool(pool: string, options?: CallOptions): Promise<readonly RbdOption[]>
  /** The same for an image: without the options that come too late for it. */
  listForImage(image: RbdImageSpec, options?: CallOptions): Promise<readonly RbdOption[]>
}

/** A setting of the cluster. */
export interface ConfigEntry {
  readonly section: string
  readonly name: string
  readonly value: string
  readonly level: 'basic' | 'advanced' | 'dev'
  /** Or only when a process starts. */
  readonly canUpdateAtRuntime: boolean
}

export interface RbdOption {
  readonly name: string
  readonly value: string
  /** Where the value comes from; `config` also for a default. */
  readonly source: 'config' | 'pool' | 'image'
}
