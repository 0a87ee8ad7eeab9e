import type { Random } from '#kernel/random/random.ts'
import type { InstantMs } from '#kernel/time/clock.ts'

/** Caps by daemon type, as `ceph auth` spells them: `{ mon: 'profile rbd', osd: 'profile rbd pool=vms, ...' }`. */
export type IdentityCaps = Readonly<Partial<Record<DaemonType, string>>>
export type DaemonType = 'mon' | 'osd' | 'mgr' | 'mds'

export interface Identity {
  /** `client.openstack` */
  readonly entity: string
  /** base64 of 28 bytes: type, creation time, length, secret. */
  readonly key: string
  readonly caps: IdentityCaps
}

/** cephx users of one cluster; durable. Entities are spelled `client.openstack`. */
export interface Identities {
  /**
   * `ceph auth get-or-create`: the same caps, or none, give the identity that exists.
   * @throws InvalidArgumentError (EINVAL) for an entity or caps that do not parse, or an identity that has other caps
   */
  create(entity: string, caps?: IdentityCaps): Promise<Identity>
  /** `ceph auth caps`: replaces all. @throws NotFoundError (ENOENT); InvalidArgumentError (EINVAL) */
  setCaps(entity: string, caps: IdentityCaps): Promise<void>
  /** `ceph auth rm`: no error when there is none. Sessions of the identity stop working. */
  remove(entity: string): Promise<void>
  /** Sorted by entity. */
  list(): readonly Identity[]
  /** @throws NotFoundError (ENOENT) */
  keyOf(entity: string): string
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
