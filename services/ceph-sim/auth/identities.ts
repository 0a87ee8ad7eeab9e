import { InvalidArgumentError, NotFoundError, UnauthenticatedError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import type { Change } from '../engine/changes.ts'
import { assertParses } from './caps.ts'
import { type DaemonType, type Identities, type Identity, type IdentityCaps, newKey } from './identity.ts'

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

  constructor(clock: Clock, random: Random, keeper: IdentityKeeper) {
    this.#clock = clock
    this.#random = random
    this.#keeper = keeper
  }

  async create(entity: string, caps: IdentityCaps = {}): Promise<Identity> {
    assertEntity(entity)
    assertParses(caps)
    const existing = this.#keeper.identities.get(entity)
    if (existing) {
      const different = differingDaemon(existing.caps, caps)
      if (!different) return existing
      throw new InvalidArgumentError(`key for ${entity} exists but cap ${different} does not match`, {
        errno: 'EINVAL',
        entity,
      })
    }
    const identity = { entity, key: newKey(this.#random, this.#clock.now()), caps }
    await this.#keeper.changeCluster(() => ({ kind: 'identity-set', ...identity }))
    return identity
  }

  async setCaps(entity: string, caps: IdentityCaps): Promise<void> {
    assertParses(caps)
    const { key } = this.get(entity)
    await this.#keeper.changeCluster(() => ({ kind: 'identity-set', entity, key, caps }))
  }

  async remove(entity: string): Promise<void> {
    if (!this.#keeper.identities.has(entity)) return
    await this.#keeper.changeCluster(() => ({ kind: 'identity-removed', entity }))
  }

  list(): readonly Identity[] {
    return [...this.#keeper.identities.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1))
  }

  /** @throws NotFoundError (ENOENT) */
  get(entity: string): Identity {
    const identity = this.#keeper.identities.get(entity)
    if (!identity) throw new NotFoundError(`don't have ${entity}`, { errno: 'ENOENT', entity })
    return identity
  }

  keyOf(entity: string): string {
    return this.get(entity).key
  }

  /** @throws UnauthenticatedError (EACCES) for an unknown entity or another key */
  authenticate(entity: string, key: string): Identity {
    const identity = this.#keeper.identities.get(entity)
    if (identity?.key !== key) {
      throw new UnauthenticatedError(`${entity} couldn't connect to the cluster`, { errno: 'EACCES', entity })
    }
    return identity
  }
}

function assertEntity(entity: string): void {
  if (/^(client|osd|mon|mgr|mds)\.[^\s/@]+$/.test(entity)) return
  throw new InvalidArgumentError('bad entity name', { errno: 'EINVAL', entity })
}

/** The first daemon type whose caps differ; none when nothing was asked for. */
function differingDaemon(existing: IdentityCaps, asked: IdentityCaps): DaemonType | undefined {
  const daemons = (['mds', 'mgr', 'mon', 'osd'] as const).filter((daemon) => asked[daemon] !== undefined)
  if (daemons.length === 0) return undefined
  const known = (['mds', 'mgr', 'mon', 'osd'] as const).filter((daemon) => existing[daemon] !== undefined)
  return [...new Set([...daemons, ...known])].find((daemon) => existing[daemon] !== asked[daemon])
}
