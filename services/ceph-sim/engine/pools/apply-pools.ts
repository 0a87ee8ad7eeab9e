import type { PoolChanged, PoolCreated, PoolRemoved, PoolRenamed } from '../changes.ts'
import { nextOsdMap, osdMapOf } from '../osds/osd-map.ts'
import { allImages, type ClusterState, childKey, newPool, type PoolState, poolById } from '../state.ts'

/** The part of `apply` for pools. Each change is another epoch of the osd map. */

export function createPool(state: ClusterState, change: PoolCreated): void {
  const pool = newPool(change)
  state.pools.set(change.name, pool)
  turnEpoch(state, pool, Math.max(osdMapOf(state).lastPoolId, change.id))
}

export function changePool(state: ClusterState, { pool: id, fields }: PoolChanged): void {
  const pool = poolById(state, id)
  const isSnapshots = fields.initialized === true && !pool.initialized
  Object.assign(pool, fields)
  turnEpoch(state, pool)
  if (isSnapshots) Object.assign(pool, { snapEpoch: pool.lastChange })
}

export function renamePool(state: ClusterState, { pool: id, name }: PoolRenamed): void {
  const pool = poolById(state, id)
  // Pools keep their order, which is that of their ids.
  const others = [...state.pools.values()]
  pool.name = name
  state.pools.clear()
  for (const each of others) state.pools.set(each.name, each)
  turnEpoch(state, pool)
}

/** @returns the layers that nothing needs any more */
export function removePool(state: ClusterState, { pool: id }: PoolRemoved): number[] {
  const pool = poolById(state, id)
  const gone: number[] = []
  for (const image of [...allImages(pool)]) {
    for (const { id: snapshot, layer } of image.snapshots) {
      state.children.delete(childKey({ image: image.id, snapshot }))
      gone.push(...state.layers.release(layer))
    }
    gone.push(...state.layers.release(image.head))
    for (const { parent } of [image, ...image.snapshots]) {
      if (!parent) continue
      const siblings = state.children.get(childKey(parent))
      siblings?.delete(image.id)
      if (siblings?.size === 0) state.children.delete(childKey(parent))
    }
    if (image.dataPool !== pool) {
      image.dataPool.storedBytes -= image.objects.storedBytes
      image.dataPool.storedObjects -= image.objects.storedObjects
    }
    state.images.delete(image.id)
  }
  state.pools.delete(pool.name)
  const { holders } = osdMapOf(state)
  const kept = Object.fromEntries(Object.entries(holders).filter(([group]) => !group.startsWith(`${pool.id}.`)))
  state.settings = { ...state.settings, osdMap: nextOsdMap(state, { holders: kept }) }
  return gone
}

/** The first removal of an image makes the pool's list of what is in its trash. */
export function noteTrash(pool: PoolState): void {
  if (!pool.hasTrashDirectory) Object.assign(pool, { hasTrashDirectory: true })
}

function turnEpoch(state: ClusterState, pool: PoolState, lastPoolId = osdMapOf(state).lastPoolId): void {
  const osdMap = nextOsdMap(state, { lastPoolId })
  state.settings = { ...state.settings, osdMap }
  Object.assign(pool, { lastChange: osdMap.epoch })
}
