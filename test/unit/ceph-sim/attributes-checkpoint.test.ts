import { expect, test } from 'vitest'
import { apply } from '#ceph-sim/engine/apply.ts'
import { audit } from '#ceph-sim/engine/audit.ts'
import { dumpState, loadRecord, type StateRecord } from '#ceph-sim/engine/checkpoint.ts'
import { objectMapFlags } from '#ceph-sim/engine/images/features.ts'
import { type ClusterState, emptyState, imageById } from '#ceph-sim/engine/state.ts'
import { defaultCapacity } from '#ceph-sim/engine/status/capacity.ts'

const MiB = 2 ** 20

function clusterWithImage(): ClusterState {
  const state = emptyState(defaultCapacity)
  for (const [id, name] of [
    [1, 'images'],
    [2, 'data'],
  ] as const) {
    apply(state, { kind: 'pool-created', id, name, replicas: 3, pgNum: 8 })
  }
  const features = ['layering', 'striping', 'exclusive-lock', 'object-map', 'fast-diff']
  apply(state, {
    ...{ kind: 'image-created', pool: 1, image: 'a1', name: 'a', sizeBytes: 16 * MiB, order: 20, layer: 1, atMs: 5 },
    ...{ stripeUnit: 65536, stripeCount: 4, dataPool: 2, features },
  })
  apply(state, { kind: 'snapshot-created', image: 'a1', snapshot: 4, name: 's', layer: 2, atMs: 6 })
  apply(state, {
    ...{ kind: 'image-attributes-set', image: 'a1', metadata: { k: 'v' }, snapshotLimit: 3 },
    flags: { of: 'all', names: objectMapFlags },
  })
  apply(state, { kind: 'image-attributes-set', image: 'a1', flags: { of: 4, names: [] } })
  apply(state, { kind: 'pool-metadata-set', pool: 1, metadata: { conf_rbd_cache: 'false' } })
  apply(state, { kind: 'written', image: 'a1', units: [], objects: [[0, 100]] })
  return state
}

function restored(records: Iterable<StateRecord>): ClusterState {
  const state = emptyState(defaultCapacity)
  for (const record of records) loadRecord(state, JSON.parse(JSON.stringify(record)))
  return state
}

test('a checkpoint keeps striping, data pool, flags, metadata and limits', () => {
  const state = restored(dumpState(clusterWithImage()))
  const { flags, metadata, snapshotLimit, stripeUnit, stripeCount, dataPool, snapshots } = imageById(state, 'a1')
  expect({ flags, metadata, snapshotLimit, stripeUnit, stripeCount }).toEqual({
    flags: objectMapFlags,
    metadata: { k: 'v' },
    snapshotLimit: 3,
    stripeUnit: 65536,
    stripeCount: 4,
  })
  expect(snapshots[0]!.flags).toEqual([])
  expect(dataPool).toBe(state.pools.get('data'))
  expect(state.pools.get('data')!.storedBytes).toBe(100)
  expect(state.pools.get('images')).toMatchObject({ storedBytes: 0, metadata: { conf_rbd_cache: 'false' } })
  audit(state)
})

test('a checkpoint from before these fields loads: no striping, the own pool, nothing flagged', () => {
  const later = new Set(['flags', 'metadata', 'snapshotLimit', 'stripeUnit', 'stripeCount', 'dataPool'])
  const before = [...dumpState(clusterWithImage())].map(
    (record) => Object.fromEntries(Object.entries(record).filter(([key]) => !later.has(key))) as unknown as StateRecord,
  )
  const image = imageById(restored(before), 'a1')
  expect(image).toMatchObject({ stripeUnit: MiB, stripeCount: 1, flags: [], metadata: {} })
  expect(image.dataPool).toBe(image.pool)
  expect(image.snapshots[0]!.flags).toEqual([])
})
