import {
  AlreadyExistsError,
  InvalidArgumentError,
  NotFoundError,
  UnauthenticatedError,
} from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Change } from '../engine/changes.ts'
import { assertParses } from './caps.ts'
import {
  daemonTypes,
  type Identities,
  type Identity,
  type IdentityCaps,
  isKey,
  type NewIdentity,
  newKey,
} from './identity.ts'

/** Where identities are kept and how they change durably. */
export interface IdentityKeeper {
  readonly identities: ReadonlyMap<string, Identity>
  changeCluster(plan: () => Change): Promise<void>
}

/** Identities that live in a cluster's state. */
export class IdentityRegistry implements Identities {
  readonly #clock: Clock
  readonly #random: Random
  readonly #keeper: IdentityKeeper
  readonly #followers: ((entity: string) => Promise<void>)[] = []

  constructor(clock: Clock, random: Random, keeper: IdentityKeeper) {
    this.#clock = clock
    this.#random = random
    this.#keeper = keeper
  }

  async create(entity: string, caps: IdentityCaps = {}): Promise<Identity> {
    assertEntity(entity)
    assertParses(caps)
    const existing = this.#keeper.identities.get(entity)
    if (!existing) return this.#set(entity, () => this.#made({ entity, caps }))
    const different = daemonTypes.find((daemon) => caps[daemon] !== undefined && caps[daemon] !== existing.caps[daemon])
    if (different) throw otherCaps(`key for ${entity} exists but cap ${different} does not match`, entity)
    return existing
  }

  async add(identity: NewIdentity): Promise<boolean> {
    assertUsable(identity)
    const { entity, key, caps } = identity
    const existing = this.#keeper.identities.get(entity)
    if (!existing) {
      await this.#set(entity, () => this.#made(identity))
      return true
    }
    if (key !== undefined && key !== existing.key) {
      throw new AlreadyExistsError(`entity ${entity} exists but key does not match`, { errno: 'EEXIST', entity })
    }
    if (Object.keys(caps).length !== Object.keys(existing.caps).length) {
      throw otherCaps(`entity ${entity} exists but caps do not match`, entity)
    }
    const different = daemonTypes.find((daemon) => caps[daemon] !== existing.caps[daemon])
    if (different) throw otherCaps(`entity ${entity} exists but cap ${different} does not match`, entity)
    return false
  }

  async import(identities: readonly NewIdentity[]): Promise<void> {
    for (const identity of identities) assertUsable(identity)
    for (const { entity, key, caps } of identities) {
      await this.#set(entity, () => ({ entity, key: key ?? this.#newKey(), caps }))
    }
  }

  async setCaps(entity: string, caps: IdentityCaps): Promise<void> {
    this.get(entity)
    assertParses(caps)
    await this.#set(entity, () => ({ entity, key: this.get(entity).key, caps }))
  }

  async remove(entity: string): Promise<boolean> {
    if (!this.#keeper.identities.has(entity)) return false
    await this.#keeper.changeCluster(() => ({ kind: 'identity-removed', entity }))
    await this.#follow(entity)
    return true
  }

  list(): readonly Identity[] {
    return [...this.#keeper.identities.values()].sort(byKindAndName)
  }

  get(entity: string): Identity {
    const identity = this.#keeper.identities.get(entity)
    if (!identity) throw new NotFoundError(`don't have ${entity}`, { errno: 'ENOENT', entity })
    return identity
  }

  keyOf(entity: string): string {
    return this.get(entity).key
  }

  onChange(follow: (entity: string) => Promise<void>): void {
    this.#followers.push(follow)
  }

  /** @throws UnauthenticatedError (EACCES) for an unknown entity or another key */
  authenticate(entity: string, key: string): Identity {
    const identity = this.#keeper.identities.get(entity)
    if (identity?.key !== key) {
      throw new UnauthenticatedError(`${entity} couldn't connect to the cluster`, { errno: 'EACCES', entity })
    }
    return identity
  }

  /** @param make - called when nothing else changes the cluster */
  async #set(entity: string, make: () => Identity): Promise<Identity> {
    await this.#keeper.changeCluster(() => ({ kind: 'identity-set', ...make() }))
    await this.#follow(entity)
    return this.get(entity)
  }

  /** Of two that make the same identity at once, the second finds the first one's. */
  #made({ entity, key, caps }: NewIdentity): Identity {
    return this.#keeper.identities.get(entity) ?? { entity, key: key ?? this.#newKey(), caps }
  }

  #newKey(): string {
    return newKey(this.#random, this.#clock.now())
  }

  async #follow(entity: string): Promise<void> {
    for (const follow of this.#followers) await follow(entity)
  }
}

function assertUsable({ entity, key, caps }: NewIdentity): void {
  assertEntity(entity)
  assertParses(caps)
  if (key !== undefined && !isKey(key)) {
    throw new InvalidArgumentError('error decoding keyring', { errno: 'EINVAL', entity })
  }
}

/** In the order of Ceph's numbers for them. */
const kinds = ['mon', 'mds', 'osd', 'client', 'mgr'] as const

function assertEntity(entity: string): void {
  const [kind = '', ...name] = entity.split('.')
  if (kinds.some((each) => each === kind) && /^[^\s/@[\]]+$/.test(name.join('.'))) return
  throw new InvalidArgumentError('bad entity name', { errno: 'EINVAL', entity })
}

function byKindAndName(a: Identity, b: Identity): number {
  const rank = ({ entity }: Identity) => kinds.findIndex((kind) => entity.startsWith(`${kind}.`))
  return rank(a) - rank(b) || (a.entity < b.entity ? -1 : 1)
}

function otherCaps(message: string, entity: string): InvalidArgumentError {
  return new InvalidArgumentError(message, { errno: 'EINVAL', entity })
}
