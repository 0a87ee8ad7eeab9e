import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/**
 * The advisory lock of an image's header (`rbd lock`): set by hand, or the managed one of a client that writes. One
 * set by hand survives its client, and keeps the managed one from being taken: writers and removals wait for it.
 */
export interface ImageLocks {
  /** Undefined while nobody has it. */
  list(image: RbdImageSpec, options?: CallOptions): Promise<ImageLock | undefined>
  /** @throws ConflictError (EBUSY, `locked`) when it is held, unless shared under the same tag */
  add(image: RbdImageSpec, options: { id: string; sharedTag?: string | undefined } & CallOptions): Promise<void>
  /**
   * Takes a lock from its holder, whose address is block-listed for an hour.
   *
   * @param options.locker - `client.4173`
   * @throws NotFoundError (ENOENT) when there is no such lock
   */
  break(image: RbdImageSpec, options: { id: string; locker: string } & CallOptions): Promise<void>
}

export interface ImageLock {
  readonly shared: boolean
  /** Of shared locks: those with equal tags go together. */
  readonly tag: string
  readonly lockers: readonly Locker[]
}

export interface Locker {
  /** As given; `auto <cookie>` for the managed lock. */
  readonly id: string
  /** `client.4173` */
  readonly locker: string
  readonly address: string
}
