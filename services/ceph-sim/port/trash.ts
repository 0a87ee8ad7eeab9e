import type { CallOptions, NamespaceOptions, RbdImageSpec, RbdSnapshotSpec } from '../rbd.ts'

/**
 * The trash of a pool (`rbd trash`): images that gave up their names and keep everything else, clones and watchers
 * included, until they are removed or restored. Each is known by its id.
 */
export interface Trash {
  /**
   * @param options.deferForMs - for so long it is only removed by force; default 0
   * @throws NotFoundError (ENOENT); InvalidArgumentError (EINVAL) for a deferment that ends in the past
   */
  move(image: RbdImageSpec, options?: { deferForMs?: number } & CallOptions): Promise<void>
  /** By id. With `all` also the hidden sources of migrations. */
  list(pool: string, options?: { all?: boolean } & NamespaceOptions & CallOptions): Promise<readonly TrashedImage[]>
  /**
   * @throws NotFoundError (ENOENT, `not_in_trash`); ConflictError EPERM (`deferred`), ENOTEMPTY (has snapshots), EBUSY
   * (has watchers) or EMLINK (in a group)
   */
  remove(image: TrashedImageSpec, options?: { force?: boolean } & CallOptions): Promise<void>
  /** Gives it back the name that it had, or another. @throws NotFoundError (ENOENT); AlreadyExistsError (EEXIST) */
  restore(image: TrashedImageSpec, options?: { name?: string } & CallOptions): Promise<void>
  /**
   * Removes what may go, clones before their parents, the earliest deferment first.
   *
   * @param options.withinMs - also images whose deferment ends within this time; default 0
   * @param options.threshold - instead: whatever its deferment, until the pool uses no more than this share of its space
   * @returns how many went
   * @throws ConflictError (ENOTEMPTY) when some that should go could not; the others are gone
   */
  purge(
    pool: string,
    options?: { withinMs?: number; threshold?: number } & NamespaceOptions & CallOptions,
  ): Promise<number>
}

export interface TrashedImageSpec {
  readonly pool: string
  /** Of the pool; the default name space when absent or empty. */
  readonly namespace?: string
  readonly id: string
}

export interface TrashedImage {
  readonly id: string
  /** What it was called, and will be when it is restored. */
  readonly name: string
  readonly source: 'user' | 'migration'
  readonly deletedMs: number
  readonly deferredUntilMs: number
  readonly parent?: RbdSnapshotSpec
}
