import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { PlainObjectPut, PlainObjectRemoved } from '../changes.ts'
import type { PlainObject, PoolState } from '../state.ts'

/**
 * RADOS objects that belong to no image, as `rados put` makes them. They are for scripts that leave a note in a pool:
 * kept in memory and in the journal, so they are small and few.
 */

export interface ObjectPlace {
  readonly pool: string
  /** The default name space when empty. */
  readonly namespace: string
  readonly name: string
}

export function plainObjectKey({ namespace, name }: Pick<ObjectPlace, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`
}

export function plainObjectPlace(key: string): Pick<ObjectPlace, 'namespace' | 'name'> {
  const at = key.indexOf('/')
  return { namespace: key.slice(0, at), name: key.slice(at + 1) }
}

export function plainObjectBytes({ base64 }: PlainObject): number {
  return Buffer.byteLength(base64, 'base64')
}

/** Bytes of all plain objects of a pool. */
export function plainPoolBytes({ plainObjects }: PoolState): number {
  return Object.values(plainObjects).reduce((sum, object) => sum + plainObjectBytes(object), 0)
}

/** The part of `apply` for these changes. */
export function changePlainObjects(pool: PoolState, change: PlainObjectPut | PlainObjectRemoved): void {
  const { [change.key]: _, ...others } = pool.plainObjects
  pool.plainObjects = change.kind === 'plain-object-put' ? { ...others, [change.key]: change.object } : others
}

export function objectMissing({ pool, name }: ObjectPlace): NotFoundError {
  return new NotFoundError(`pool '${pool}' has no object '${name}'`, {
    errno: 'ENOENT',
    reason: 'object_missing',
    pool,
    object: name,
  })
}
