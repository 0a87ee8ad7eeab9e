import { NoSpaceError, UnsupportedError } from '#kernel/errors/domain-error.ts'
import type { PlainObjectPut, PlainObjectRemoved } from '../changes.ts'
import { findImages, findPool } from '../lookup.ts'
import { metadataCost, type Plan } from '../plan.ts'
import { invalid } from '../refusals.ts'
import type { ClusterState, PlainObject } from '../state.ts'
import { assertNotFull } from '../status/capacity.ts'
import { type ObjectPlace, objectMissing, plainObjectBytes, plainObjectKey, plainPoolBytes } from './plain-objects.ts'

/** Of one object, and of all of a pool; in bytes. */
export const largestPlainObjectBytes = 2 ** 20
export const largestPlainPoolBytes = 16 * 2 ** 20

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
