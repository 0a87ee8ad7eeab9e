import type { Random } from '#kernel/random/random.ts'
import type { InstantMs } from '#kernel/time/clock.ts'

/** Caps by daemon type, as `ceph auth` spells them: `{ mon: 'profile rbd', osd: 'profile rbd pool=vms, ...' }`. */
export type IdentityCaps = Readonly<Partial<Record<DaemonType, string>>>
/** In the order in which keyrings and listings have them. */
export const daemonTypes = ['mds', 'mgr', 'mon', 'osd'] as const
export type DaemonType = (typeof daemonTypes)[number]

export interface Identity {
  /** `client.openstack` */
  readonly entity: string
  /** base64 of 28 bytes: type, creation time, length, secret. */
  readonly key: string
  readonly caps: IdentityCaps
}

/** What an identity is imported or added with; a key is drawn for one that has none. */
export interface NewIdentity {
  readonly entity: string
  readonly key?: string | undefined
  readonly caps: IdentityCaps
}

/** cephx users of one cluster; durable. Entities are spelled `client.openstack`. */
export interface Identities {
  /**
   * `ceph auth get-or-create`: those of its caps that are given must be the same.
   * @throws InvalidArgumentError (EINVAL) for an entity or caps that do not parse, or an identity that has other caps
   */
  create(entity: string, caps?: IdentityCaps): Promise<Identity>
  /**
   * `ceph auth add`: nothing happens when it exists with this key, if one is given, and exactly these caps.
   * @returns whether it is new
   * @throws InvalidArgumentError (EINVAL) as `create`; AlreadyExistsError (EEXIST) for one that has another key
   */
  add(identity: NewIdentity): Promise<boolean>
  /** `ceph auth import`: keys and caps replace what was there. @throws InvalidArgumentError (EINVAL) */
  import(identities: readonly NewIdentity[]): Promise<void>
  /** `ceph auth caps`: replaces all. @throws NotFoundError (ENOENT); InvalidArgumentError (EINVAL) */
  setCaps(entity: string, caps: IdentityCaps): Promise<void>
  /** `ceph auth rm`. Sessions of the identity stop working. @returns whether there was one */
  remove(entity: string): Promise<boolean>
  /** Daemons by their kind, then clients, then managers; each kind by name. */
  list(): readonly Identity[]
  /** @throws NotFoundError (ENOENT) */
  get(entity: string): Identity
  /** @throws NotFoundError (ENOENT) */
  keyOf(entity: string): string
  /** Called after each change of an identity, which is not answered before this is done. */
  onChange(follow: (entity: string) => Promise<void>): void
}

/** `openstack` is short for `client.openstack`. */
export function entityOf(user: string): string {
  return user.includes('.') ? user : `client.${user}`
}

const keyTypeAes = 1
const secretBytes = 16

/**
 * A cephx key: le16 type 1, le32 seconds, le32 nanoseconds, le16 secret length, secret; 40 characters from `AQ`.
 * @see ceph/ceph src/auth/Crypto.h, CryptoKey
 */
export function newKey(random: Random, createdMs: InstantMs): string {
  const key = Buffer.alloc(12 + secretBytes)
  key.writeUInt16LE(keyTypeAes, 0)
  key.writeUInt32LE(Math.floor(createdMs / 1000) >>> 0, 2)
  key.writeUInt32LE(Math.floor((createdMs % 1000) * 1e6), 6)
  key.writeUInt16LE(secretBytes, 10)
  key.set(random.bytes(secretBytes), 12)
  return key.toString('base64')
}

/** Whether a text is a key as `newKey` makes them. */
export function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text && bytes.length > 12 && bytes.readUInt16LE(10) === bytes.length - 12
}
