import { describe, expect, test } from 'vitest'
import { initialOsdMap, type OsdMap } from '#ceph-sim/engine/osds/osd-map.ts'
import { groupOf, targetOsds } from '#ceph-sim/engine/osds/placement.ts'
import { objectHash } from '#ceph-sim/engine/rados/object-hash.ts'
import { defaultCapacity } from '#ceph-sim/engine/status/capacity.ts'

const map = (osds: number): OsdMap => initialOsdMap({ ...defaultCapacity, osds }, 1)
const pool = { id: 7, replicas: 3, pgNum: 512 }

describe('placement', () => {
  test('hashes names as Ceph does', () => {
    // `ceph osd map POOL NAME` of real clusters says `-> pg 2.30a98c1c` and `-> pg 0.7fc1f406`.
    expect(objectHash('rbd_directory')).toBe(0x30a98c1c)
    expect(objectHash('foo')).toBe(0x7fc1f406)
  })

  test('moves objects only to new groups when a pool is split, for any number of groups', () => {
    for (const [before, after] of [
      [8, 9],
      [12, 16],
      [100, 128],
    ] as const) {
      for (let i = 0; i < 500; i++) {
        const [old, now] = [before, after].map((pgNum) => groupOf({ pgNum }, `object ${i}`)) as [number, number]
        expect(now === old || now >= before).toBe(true)
        expect(now).toBeLessThan(after)
      }
    }
  })

  test('draws distinct osds for each group, evenly, and always the same ones', () => {
    const drawn = targetOsds(map(10), pool)
    expect(drawn).toEqual(targetOsds(map(10), pool))
    for (const osds of drawn) expect(new Set(osds).size).toBe(3)
    const counts = Array.from({ length: 10 }, (_, id) => drawn.filter((osds) => osds.includes(id)).length)
    const mean = (pool.pgNum * 3) / 10
    for (const count of counts) expect(Math.abs(count - mean)).toBeLessThan(mean * 0.3)
  })

  test('gives an osd its part by weight', () => {
    const osds = map(4).osds.map((osd) => (osd.id === 0 ? { ...osd, weight: osd.weight * 3 } : osd))
    const drawn = targetOsds({ ...map(4), osds }, { ...pool, replicas: 1, pgNum: 4096 })
    const share = drawn.filter(([id]) => id === 0).length / 4096
    expect(share).toBeCloseTo(0.5, 1)
  })

  test('moves nothing but what an osd had when it goes out', () => {
    const before = targetOsds(map(6), pool)
    const osds = map(6).osds.map((osd) => (osd.id === 2 ? { ...osd, reweight: 0 } : osd))
    const after = targetOsds({ ...map(6), osds }, pool)
    for (const [group, old] of before.entries()) {
      const kept = old.filter((id) => id !== 2)
      expect(after[group]).toEqual(expect.arrayContaining(kept))
      expect(after[group]).not.toContain(2)
      if (kept.length === 3) expect(after[group]).toEqual(old)
    }
  })
})
