import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { PoolChanged } from '../changes.ts'
import { findPool } from '../lookup.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState } from '../state.ts'
import { changed, refused } from './plan-pools.ts'

/** How much a pool may hold, and what it is for. */

/** `ceph osd pool set-quota`; 0 lifts it. */
export function planSetQuota(
  state: ClusterState,
  name: string,
  { maxBytes, maxObjects }: { maxBytes?: number | undefined; maxObjects?: number | undefined },
): PoolChanged {
  for (const value of [maxBytes, maxObjects]) {
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) throw invalid(`${value} is not a quota`)
  }
  return changed(findPool(state, name), {
    ...(maxBytes !== undefined && { quotaMaxBytes: maxBytes }),
    ...(maxObjects !== undefined && { quotaMaxObjects: maxObjects }),
  })
}

/** @throws ForbiddenError (EPERM) for a second application, unless sure */
export function planEnableApplication(
  state: ClusterState,
  name: string,
  application: string,
  sure = false,
): PoolChanged {
  const pool = findPool(state, name)
  const others = Object.keys(pool.applications).filter((each) => each !== application)
  if (others.length > 0 && !sure) {
    throw refused(
      `Are you SURE? Pool '${name}' already has an enabled application; pass --yes-i-really-mean-it to proceed anyway`,
    )
  }
  return changed(pool, { applications: { ...pool.applications, [application]: pool.applications[application] ?? {} } })
}

/** @throws ForbiddenError (EPERM) unless sure */
export function planDisableApplication(
  state: ClusterState,
  name: string,
  application: string,
  sure: boolean,
): PoolChanged {
  const pool = findPool(state, name)
  if (!sure) {
    throw refused(
      'Are you SURE? Disabling an application within a pool might result in loss of application functionality; pass --yes-i-really-mean-it to proceed anyway',
    )
  }
  const { [application]: _, ...applications } = pool.applications
  return changed(pool, { applications })
}

/** `ceph osd pool application set`. @throws NotFoundError (ENOENT) for an application that is not enabled */
export function planSetApplication(
  state: ClusterState,
  name: string,
  application: string,
  { key, value }: { key: string; value: string | undefined },
): PoolChanged {
  const pool = findPool(state, name)
  const known = pool.applications[application]
  if (!known) {
    throw new NotFoundError(`application '${application}' is not enabled on pool '${name}'`, {
      errno: 'ENOENT',
      reason: 'application_missing',
    })
  }
  const { [key]: _, ...others } = known
  const pairs = value === undefined ? others : { ...known, [key]: value }
  return changed(pool, { applications: { ...pool.applications, [application]: pairs } })
}

/** `rbd pool init`; nothing where it was done. @throws ForbiddenError (EPERM) for a pool of another application */
export function planInitPool(state: ClusterState, name: string, force: boolean, atMs: number): PoolChanged | undefined {
  const pool = findPool(state, name)
  if (pool.initialized && 'rbd' in pool.applications) return undefined
  const enabled = planEnableApplication(state, name, 'rbd', force).fields
  return changed(pool, { ...enabled, initialized: true, ...(!pool.initialized && { trimmedFromMs: atMs }) })
}
