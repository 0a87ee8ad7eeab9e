import { NoSpaceError, NotFoundError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import { assertNotFull } from './capacity.ts'
import type { PlainObjectPut, PlainObjectRemoved } from './changes.ts'
import { findImages, findPool } from './lookup.ts'
import { metadataCost, type Plan } from './plan.ts'
import { invalid } from './refusals.ts'
import type { ClusterState, PlainObject, PoolState } from './state.ts'

/**
 * RADOS objects that belong to no image, as `rados put` makes them. They are for scripts that leave a note in a pool:
 * kept in memory and in the journal, so they are small and few.
 */

/** Of one object, and of all of a pool; in bytes. */
export const largestPlainObjectBytes = 2 ** 20
export const largestPlainPoolBytes = 16 * 2 ** 20

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

/**
 * @throws UnsupportedError (EOPNOTSUPP) for a name that an image's objects have; NoSpaceError (EFBIG) beyond the bounds
 */
export function planPutObject(
  state: ClusterState,
  place: ObjectPlace,
  { bytes, atMs }: { bytes: Uint8Array; atMs: number },
): Plan<PlainObjectPut> {
  const pool = findPool(state, place.pool)
  assertPlain(state, place)
  assertNotFull(state, pool)
  const key = plainObjectKey(place)
  const replaced = pool.plainObjects[key]
  const total = plainPoolBytes(pool) - (replaced ? plainObjectBytes(replaced) : 0) + bytes.byteLength
  if (bytes.byteLength > largestPlainObjectBytes || total > largestPlainPoolBytes) {
    throw new NoSpaceError(`${place.pool}/${place.name} would be larger than a plain object may be`, {
      errno: 'EFBIG',
      pool: place.pool,
      object: place.name,
    })
  }
  const object: PlainObject = { base64: Buffer.from(bytes).toString('base64'), modifiedMs: atMs }
  return { change: { kind: 'plain-object-put', pool: pool.id, key, object }, cost: metadataCost }
}

/** @throws NotFoundError (ENOENT); UnsupportedError (EOPNOTSUPP) for an object of an image */
export function planRemoveObject(state: ClusterState, place: ObjectPlace): Plan<PlainObjectRemoved> {
  const pool = findPool(state, place.pool)
  assertPlain(state, place)
  const key = plainObjectKey(place)
  if (!Object.hasOwn(pool.plainObjects, key)) throw objectMissing(place)
  return { change: { kind: 'plain-object-removed', pool: pool.id, key }, cost: metadataCost }
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

/** What images are made of is what they are, and cannot be changed beneath them. */
function assertPlain(state: ClusterState, { pool, namespace, name }: ObjectPlace): void {
  findImages(state, pool, '')
  if (name === '') throw invalid('an object has a name')
  if (!/^rbd_(data|header|id|object_map|directory|children|trash|info|namespace|mirroring)\b/.test(name)) return
  throw new UnsupportedError(`'${name}' is an object of RBD's own, which cannot be changed`, {
    errno: 'EOPNOTSUPP',
    pool,
    namespace,
    object: name,
  })
}
