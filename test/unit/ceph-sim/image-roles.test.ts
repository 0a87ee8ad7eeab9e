import { describe, expect, test } from 'vitest'
import { apply } from '#ceph-sim/engine/apply.ts'
import { audit } from '#ceph-sim/engine/audit.ts'
import type { Change } from '#ceph-sim/engine/changes.ts'
import { dumpState, loadRecord, type StateRecord } from '#ceph-sim/engine/checkpoint.ts'
import { planClone, planCreate, planFlatten, planRemove } from '#ceph-sim/engine/images/plan-images.ts'
import { imageInfo, snapshotInfos } from '#ceph-sim/engine/queries.ts'
import {
  planAddMember,
  planCreateGroup,
  planGroupRollback,
  planGroupSnapshot,
} from '#ceph-sim/engine/roles/plan-groups.ts'
import { planExecute, planPrepare } from '#ceph-sim/engine/roles/plan-migration.ts'
import { planRestore, planTrash, planTrashRemoval } from '#ceph-sim/engine/roles/plan-trash.ts'
import { childImages } from '#ceph-sim/engine/roles/role-queries.ts'
import {
  planCreateSnapshot,
  planFreeing,
  planProtect,
  planRemoveSnapshot,
  planUnprotect,
} from '#ceph-sim/engine/snapshots/plan-snapshots.ts'
import { type ClusterState, emptyState, imageById } from '#ceph-sim/engine/state.ts'
import { defaultCapacity } from '#ceph-sim/engine/status/capacity.ts'
import { image, snapshot } from '../../support/rbd-bytes.ts'

const MiB = 2 ** 20
const uuid = '11111111-2222-4333-8444-555555555555'

/** An engine alone: every change is audited, and carried out again on a copy that was loaded from a checkpoint. */
class Bench {
  readonly state: ClusterState = emptyState(defaultCapacity)

  constructor() {
    for (const [index, name] of ['images', 'volumes'].entries()) {
      this.do({ kind: 'pool-created', id: index + 1, name, replicas: 3, pgNum: 32 })
    }
  }

  do(change: Change): void {
    const copy = reloaded(this.state)
    const journalled = JSON.parse(JSON.stringify(change)) as Change
    const { childless = [] } = apply(this.state, change)
    apply(copy, journalled)
    expect(plain(copy)).toEqual(plain(this.state))
    for (const ids of childless) {
      const freeing = planFreeing(this.state, ids).change
      if (freeing) this.do(freeing)
    }
    audit(this.state)
    audit(reloaded(this.state))
  }

  create(target: string, id: string): void {
    this.do(planCreate(this.state, image(target), { id, atMs: 0, sizeBytes: 16 * MiB }).change)
    this.do({ kind: 'written', image: id, units: [[0, 1024, 1]], objects: [[0, 4 * MiB]] })
  }

  snapshot(target: string): void {
    this.do(planCreateSnapshot(this.state, snapshot(target), 0).change)
  }

  clone(from: string, to: string, id: string, cloneFormat: 1 | 2): void {
    this.do(planClone(this.state, snapshot(from), image(to), { id, atMs: 0, cloneFormat }).change)
  }

  removeSnapshot(target: string): void {
    this.do(planRemoveSnapshot(this.state, snapshot(target), () => uuid).change)
  }

  /** `name (kind)` of every snapshot. */
  snapshots(id: string): string[] {
    return imageById(this.state, id).snapshots.map(({ name, namespace }) => `${name} (${namespace.kind})`)
  }

  opFeatures(id: string): readonly string[] {
    return imageInfo(this.state, { image: imageById(this.state, id), snapshot: undefined }, []).opFeatures
  }
}

/** The same state by way of a checkpoint's records, as a file would keep them. */
function reloaded(state: ClusterState): ClusterState {
  const copy = emptyState(defaultCapacity)
  for (const record of plain(state)) loadRecord(copy, record)
  return copy
}

function plain(state: ClusterState): StateRecord[] {
  return JSON.parse(JSON.stringify([...dumpState(state)])) as StateRecord[]
}

describe('the life of clones', () => {
  test('format 1: the parent is protected while a clone stands on it (INV10)', () => {
    const bench = new Bench()
    bench.create('images/p', 'p')
    bench.snapshot('images/p@s')
    expect(() => bench.clone('images/p@s', 'volumes/c', 'c', 1)).toThrow('not protected')
    bench.do(planProtect(bench.state, snapshot('images/p@s')).change)
    bench.clone('images/p@s', 'volumes/c', 'c', 1)
    expect([bench.opFeatures('p'), bench.opFeatures('c')]).toEqual([[], []])
    expect(() => planUnprotect(bench.state, snapshot('images/p@s'))).toThrow('1 child')
    expect(() => bench.removeSnapshot('images/p@s')).toThrow('is protected')
    bench.do(planFlatten(bench.state, image('volumes/c')).change)
    bench.do(planUnprotect(bench.state, snapshot('images/p@s')).change)
    bench.removeSnapshot('images/p@s')
    expect(bench.snapshots('p')).toEqual([])
  })

  test.each([
    ['removed', (bench: Bench) => bench.do(planRemove(bench.state, image('volumes/c')).change)],
    ['flattened', (bench: Bench) => bench.do(planFlatten(bench.state, image('volumes/c')).change)],
  ])('format 2: a removed parent snapshot goes when its last clone is %s', (_, end) => {
    const bench = new Bench()
    bench.create('images/p', 'p')
    bench.snapshot('images/p@s')
    bench.clone('images/p@s', 'volumes/c', 'c', 2)
    bench.removeSnapshot('images/p@s')
    expect(bench.snapshots('p')).toEqual([`${uuid} (trash)`])
    expect([bench.opFeatures('p'), bench.opFeatures('c')]).toEqual([['clone-parent', 'snap-trash'], ['clone-child']])
    // The name is free again, and the kept snapshot cannot be reached by its own.
    bench.snapshot('images/p@s')
    expect(() => planProtect(bench.state, snapshot(`images/p@${uuid}`))).toThrow('does not exist')
    end(bench)
    expect(bench.snapshots('p')).toEqual(['s (user)'])
    expect(bench.opFeatures('p')).toEqual([])
  })

  test('format 2: a snapshot of the clone keeps the parent too, where it has no deep-flatten', () => {
    const bench = new Bench()
    bench.create('images/p', 'p')
    bench.snapshot('images/p@s')
    const options = { id: 'c', atMs: 0, features: ['layering'], cloneFormat: 2 } as const
    bench.do(planClone(bench.state, snapshot('images/p@s'), image('volumes/c'), options).change)
    bench.snapshot('volumes/c@t')
    bench.removeSnapshot('images/p@s')
    bench.do(planFlatten(bench.state, image('volumes/c')).change)
    expect(bench.snapshots('p')).toEqual([`${uuid} (trash)`])
    expect(bench.opFeatures('c')).toEqual(['clone-child'])
    bench.removeSnapshot('volumes/c@t')
    expect(bench.snapshots('p')).toEqual([])
  })
})

describe('the trash of images', () => {
  test('holds several of one name, counts their bytes, and keeps children with their parents', () => {
    const bench = new Bench()
    for (const id of ['a1', 'a2']) {
      bench.create('images/a', id)
      bench.do(planTrash(bench.state, image('images/a'), { atMs: 5, deferForMs: 10 }).change)
    }
    const pool = bench.state.pools.get('images')!
    expect([[...pool.images.keys()], [...pool.trash.keys()]]).toEqual([[], ['a1', 'a2']])
    expect(pool.storedBytes).toBe(8 * MiB)
    const first = { pool: 'images', id: 'a1' }
    expect(() => planTrashRemoval(bench.state, first, { atMs: 14 })).toThrow('has not expired')
    bench.do(planTrashRemoval(bench.state, first, { atMs: 15 }).change)
    bench.do(planRestore(bench.state, { pool: 'images', id: 'a2' }, { name: 'b' }).change)
    expect([...pool.images.keys()]).toEqual(['b'])
    expect(pool.storedBytes).toBe(4 * MiB)
  })

  test('hides a clone from nobody who asks by id', () => {
    const bench = new Bench()
    bench.create('images/p', 'p')
    bench.snapshot('images/p@s')
    bench.clone('images/p@s', 'volumes/c', 'c', 2)
    bench.do(planTrash(bench.state, image('volumes/c'), { atMs: 0 }).change)
    bench.do(planTrash(bench.state, image('images/p'), { atMs: 0 }).change)
    const [child] = childImages(bench.state, { pool: 'images', image: '', id: 'p' })
    expect(child).toEqual({ pool: 'volumes', image: 'c', id: 'c', inTrash: true })
    expect(imageInfo(bench.state, { image: imageById(bench.state, 'c'), snapshot: undefined }, []).parent).toEqual({
      ...{ pool: 'images', image: 'p', snapshot: 's', overlapBytes: 16 * MiB, trashId: 'p' },
    })
  })
})

describe('changes of several images', () => {
  test('a group is snapshotted and rolled back by one record each', () => {
    const bench = new Bench()
    const group = { pool: 'volumes', group: 'g' }
    bench.do(planCreateGroup(bench.state, group, 'g1'))
    for (const id of ['a', 'b', 'c']) {
      bench.create(`images/${id}`, id)
      bench.do(planAddMember(bench.state, group, image(`images/${id}`)))
    }
    bench.do(planGroupSnapshot(bench.state, group, { name: 's', id: 's1', atMs: 0 }).change)
    const ids = ['a', 'b', 'c'].map((id) => imageById(bench.state, id).snapshots[0]!.id)
    expect(new Set(ids).size).toBe(3)
    const [info] = snapshotInfos(bench.state, imageById(bench.state, 'a'), { all: true })
    expect(info).toMatchObject({
      name: '.group.2_g1_s1',
      namespace: { pool: 'volumes', group: 'g', groupSnapshot: 's' },
    })
    bench.do({ kind: 'written', image: 'b', units: [[0, 1, 1]], objects: [[0, 4 * MiB]] })
    expect(bench.state.pools.get('images')!.storedBytes).toBe(16 * MiB)
    bench.do(planGroupRollback(bench.state, group, 's', 0).change)
    expect(bench.opFeatures('a')).toEqual(['group'])
  })

  test('a migration hands snapshots and clones over, and counts each byte where it lies', () => {
    const bench = new Bench()
    bench.create('images/m', 'm')
    bench.snapshot('images/m@s')
    bench.clone('images/m@s', 'volumes/c', 'c', 2)
    bench.do(planPrepare(bench.state, image('images/m'), image('volumes/n'), { id: 'n', atMs: 0 }))
    expect(imageById(bench.state, 'c').parent).toMatchObject({ image: 'n', cloneFormat: 2 })
    const stored = () => [...bench.state.pools.values()].map(({ storedBytes }) => storedBytes)
    expect(stored()).toEqual([4 * MiB, 0])
    bench.do(planExecute(bench.state, image('volumes/n')))
    expect(stored()).toEqual([4 * MiB, 4 * MiB])
  })
})
