import type { Identity, IdentityCaps, NewIdentity } from '../auth/identity.ts'
import type { CallOptions } from '../rbd.ts'

/**
 * cephx users (`ceph auth`). Reading them needs the monitors' `rx`, changing them `rwx`: `allow *` has both, `allow r` and
 * `profile rbd` neither. Every call throws ForbiddenError (EACCES) without.
 */
export interface Auth {
  /**
   * The user, made with a new key if there is none; an existing one must have those caps that are given.
   * @throws InvalidArgumentError (EINVAL) for an entity or caps that do not parse, or other caps
   */
  getOrCreate(entity: string, caps: IdentityCaps, options?: CallOptions): Promise<Identity>
  /**
   * Makes a user; nothing happens when there is one with this key, if one is given, and exactly these caps.
   * @returns whether it is new
   * @throws InvalidArgumentError (EINVAL) as `getOrCreate`; AlreadyExistsError (EEXIST) for one with another key
   */
  add(identity: NewIdentity, options?: CallOptions): Promise<boolean>
  /** Keys and caps of a keyring file replace what was there. @throws InvalidArgumentError (EINVAL) */
  import(identities: readonly NewIdentity[], options?: CallOptions): Promise<void>
  /** Replaces all caps. @throws NotFoundError (ENOENT); InvalidArgumentError (EINVAL) */
  setCaps(entity: string, caps: IdentityCaps, options?: CallOptions): Promise<void>
  /** @throws NotFoundError (ENOENT) */
  get(entity: string, options?: CallOptions): Promise<Identity>
  /** Daemons by their kind, then clients, then managers; each kind by name. */
  list(options?: CallOptions): Promise<readonly Identity[]>
  /** Its sessions stop working at once. @returns whether there was one */
  remove(entity: string, options?: CallOptions): Promise<boolean>
}
