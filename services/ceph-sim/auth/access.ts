import { ForbiddenError } from '#kernel/errors/domain-error.ts'
import { type Access, Caps, childrenObject } from './caps.ts'
import type { Identity } from './identity.ts'

/** What the operations of the port need. */
const needs = {
  read: ['r', 'class-read'],
  write: ['r', 'w', 'class-read', 'class-write'],
} as const satisfies Record<string, readonly Access[]>

/** Whether an identity may do what it asks. An identity whose caps are replaced is a new object, and parsed anew. */
export class AccessControl {
  readonly #parsed = new WeakMap<Identity, { osd: Caps; mon: Caps }>()

  /** Reading or changing anything of a pool. @throws ForbiddenError (EPERM, `no_permission`) */
  assertPool(identity: Identity, pool: string, need: keyof typeof needs): void {
    if (!this.#capsOf(identity).osd.allows(needs[need], { pool })) throw denied(identity, 'EPERM', { pool })
  }

  /** Asking every pool for the clones of a snapshot (C19). @throws ForbiddenError (EPERM, `no_permission`) */
  assertChildren(identity: Identity, pools: Iterable<string>): void {
    const { osd } = this.#capsOf(identity)
    for (const pool of pools) {
      if (!osd.allows(['class-read'], { pool, object: childrenObject })) throw denied(identity, 'EPERM', { pool })
    }
  }

  /** Asking or changing the cluster map. @throws ForbiddenError (EACCES, `no_permission`) */
  assertMonitor(identity: Identity, need: 'r' | 'w'): void {
    if (!this.#capsOf(identity).mon.allows([need])) throw denied(identity, 'EACCES', {})
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

function denied(identity: Identity, errno: 'EPERM' | 'EACCES', where: { pool?: string }): ForbiddenError {
  const place = where.pool === undefined ? 'the cluster map' : `pool '${where.pool}'`
  return new ForbiddenError(`${identity.entity} may not do this in ${place}`, {
    errno,
    reason: 'no_permission',
    entity: identity.entity,
    ...where,
  })
}
