import { ForbiddenError } from '#kernel/errors/domain-error.ts'
import { Caps } from './caps.ts'
import type { Access, Target } from './grant.ts'
import type { Identity } from './identity.ts'
import { childrenObject } from './profiles.ts'

/** What the operations of the port need. */
const needs = {
  read: ['r', 'class-read'],
  write: ['r', 'w', 'class-read', 'class-write'],
} as const satisfies Record<string, readonly Access[]>

/** A pool, or a name space of it; the default one when none is named. */
export interface PoolScope {
  readonly pool: string
  readonly namespace?: string | undefined
}

/** Which part of the monitors is asked, and by which command where a cap may name it. */
export type MonitorScope = Pick<Target, 'service' | 'command'>

/** Whether an identity may do what it asks. An identity whose caps are replaced is a new object, and parsed anew. */
export class AccessControl {
  readonly #parsed = new WeakMap<Identity, { osd: Caps; mon: Caps }>()

  /** Reading or changing anything of a pool's name space. @throws ForbiddenError (EPERM, `no_permission`) */
  assertPool(identity: Identity, { pool, namespace }: PoolScope, need: keyof typeof needs): void {
    if (this.#capsOf(identity).osd.allows(needs[need], { pool, namespace })) return
    throw denied(identity, 'EPERM', { pool, ...(namespace && { namespace }) })
  }

  /** Asking every pool for the clones of a snapshot (C19). @throws ForbiddenError (EPERM, `no_permission`) */
  assertChildren(identity: Identity, pools: Iterable<string>): void {
    const { osd } = this.#capsOf(identity)
    for (const pool of pools) {
      if (!osd.allows(['class-read'], { pool, object: childrenObject })) throw denied(identity, 'EPERM', { pool })
    }
  }

  /** Asking (`r`) or changing (`w`) the cluster map (C20). @throws ForbiddenError (EACCES, `no_permission`) */
  assertMonitor(identity: Identity, need: 'r' | 'w', scope: MonitorScope = { service: 'osd' }): void {
    this.#assertMonitor(identity, need === 'r' ? ['r'] : ['r', 'w'], scope)
  }

  /** Reading or changing cephx users, which needs `x` as well. @throws ForbiddenError (EACCES, `no_permission`) */
  assertIdentities(identity: Identity, need: 'r' | 'w', command: string): void {
    this.#assertMonitor(identity, need === 'r' ? ['r', 'x'] : ['r', 'w', 'x'], { service: 'auth', command })
  }

  #assertMonitor(identity: Identity, access: readonly Access[], scope: MonitorScope): void {
    if (!this.#capsOf(identity).mon.allows(access, scope)) throw denied(identity, 'EACCES', {})
  }

  #capsOf(identity: Identity): { osd: Caps; mon: Caps } {
    let caps = this.#parsed.get(identity)
    if (!caps) {
      caps = { osd: Caps.parse('osd', identity.caps.osd ?? ''), mon: Caps.parse('mon', identity.caps.mon ?? '') }
      this.#parsed.set(identity, caps)
    }
    return caps
  }
}

function denied(identity: Identity, errno: 'EPERM' | 'EACCES', where: Partial<PoolScope>): ForbiddenError {
  const place = where.pool === undefined ? 'the cluster map' : `pool '${where.pool}'`
  return new ForbiddenError(`${identity.entity} may not do this in ${place}`, {
    errno,
    reason: 'no_permission',
    entity: identity.entity,
    ...(where.pool !== undefined && { pool: where.pool }),
    ...(where.namespace !== undefined && { namespace: where.namespace }),
  })
}
