import { beforeEach, describe, expect, test } from 'vitest'
import { maxAvailBytes } from '#ceph-sim/engine/status/capacity.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { GiB, MiB, startTestCluster } from '../../support/memory-cluster.ts'
import {
  extentRuns,
  image,
  poolUsage,
  readRuns,
  snapshot,
  usedBytes,
  writeRun,
  zeros,
} from '../../support/rbd-bytes.ts'

/** Numbers recorded from Ceph 16.2.15; the number in a title is the recording's. */
let rbd: Rbd
const KiB = 1024

beforeEach(async () => {
  rbd = (await startTestCluster()).rbd
})

async function create(name: string, sizeBytes: number): Promise<void> {
  await rbd.createImage(image(name), { sizeBytes })
}
async function snap(name: string, options: { protect?: boolean } = {}): Promise<void> {
  await rbd.createSnapshot(snapshot(name))
  if (options.protect) await rbd.protectSnapshot(snapshot(name))
}

describe('snapshots (03)', () => {
  test('ids rise per pool from 4, a removal takes one too, and none is used again', async () => {
    await create('images/s', 32 * MiB)
    for (const name of ['one', 'two', 'three', 'four']) await snap(`images/s@${name}`)
    await rbd.removeSnapshot(snapshot('images/s@four'))
    await snap('images/s@five')
    const ids = (await rbd.listSnapshots(image('images/s'))).map(({ id }) => id)
    expect(ids).toEqual([4, 5, 6, 9])
  })

  test('rollback restores size and data', async () => {
    await create('images/s', 32 * MiB)
    await writeRun(rbd, 'images/s', 0, 4 * MiB, 0x11)
    await snap('images/s@base')
    await writeRun(rbd, 'images/s', 0, 8 * MiB, 0x22)
    expect(await readRuns(rbd, 'images/s')).toEqual(['0 8388608 0x22', '8388608 25165824 0x00'])
    await rbd.resize(image('images/s'), { sizeBytes: 64 * MiB })
    await rbd.rollback(snapshot('images/s@base'))
    expect(await readRuns(rbd, 'images/s')).toEqual(['0 4194304 0x11', '4194304 29360128 0x00'])
  })
})

describe('clones (04, O68)', () => {
  beforeEach(async () => {
    await create('images/parent', 64 * MiB)
    await writeRun(rbd, 'images/parent', 0, 8 * MiB, 0xaa)
    await snap('images/parent@snap', { protect: true })
    await rbd.clone(snapshot('images/parent@snap'), image('volumes/c1'))
  })

  test('copy-up, discard and du follow the recording', async () => {
    expect(await usedBytes(rbd, 'images/parent')).toEqual({ snap: 8 * MiB, '': 0 })
    await writeRun(rbd, 'volumes/c1', 4 * KiB, 4 * KiB, 0xcc)
    expect(await usedBytes(rbd, 'volumes/c1')).toEqual({ '': 4 * MiB })
    await writeRun(rbd, 'volumes/c1', 16 * MiB, 4 * KiB, 0xdd)
    expect(await usedBytes(rbd, 'volumes/c1')).toEqual({ '': 8 * MiB })
    await rbd.discard(image('volumes/c1'), { offset: 4 * MiB, lengthBytes: 4 * MiB })
    expect(await usedBytes(rbd, 'volumes/c1')).toEqual({ '': 12 * MiB })
    expect(await readRuns(rbd, 'volumes/c1')).toEqual([
      '0 4096 0xaa',
      '4096 4096 0xcc',
      '8192 4186112 0xaa',
      '4194304 12582912 0x00',
      '16777216 4096 0xdd',
      '16781312 50327552 0x00',
    ])
    // Three of data; id, header and object map; rbd_info, rbd_directory and rbd_children.
    expect((await poolUsage(rbd, 'volumes')).objects).toBe(9)
  })

  test('flatten copies only objects that hold data, and frees the parent', async () => {
    await writeRun(rbd, 'volumes/c1', 16 * MiB, 4 * KiB, 0xdd)
    await snap('volumes/c1@s2', { protect: true })
    await rbd.clone(snapshot('volumes/c1@s2'), image('volumes/gc'))
    await rbd.flatten(image('volumes/gc'))
    expect(await usedBytes(rbd, 'volumes/gc')).toEqual({ '': 12 * MiB })
    await rbd.flatten(image('volumes/c1'))
    expect((await rbd.listDetailed('volumes')).map(({ parent }) => parent)).toEqual([undefined, undefined, undefined])
    expect(await rbd.children(snapshot('images/parent@snap'))).toEqual([])
    await rbd.unprotectSnapshot(snapshot('images/parent@snap'))
    await rbd.removeSnapshot(snapshot('images/parent@snap'))
    await rbd.removeImage(image('images/parent'))
    expect(await readRuns(rbd, 'volumes/gc', { lengthBytes: 16 * MiB + 8 * KiB })).toEqual([
      '0 8388608 0xaa',
      '8388608 8388608 0x00',
      '16777216 4096 0xdd',
      '16781312 4096 0x00',
    ])
    expect((await poolUsage(rbd, 'images')).storedBytes).toBe(0)
  })

  test('without deep-flatten a snapshot of the clone keeps the tie to the parent', async () => {
    const features = ['layering', 'exclusive-lock', 'object-map', 'fast-diff']
    await rbd.clone(snapshot('images/parent@snap'), image('volumes/c2'), { features })
    await snap('volumes/c2@s')
    await rbd.flatten(image('volumes/c2'))
    expect((await rbd.info(image('volumes/c2'))).parent).toBeUndefined()
    expect((await rbd.info(snapshot('volumes/c2@s'))).parent?.overlapBytes).toBe(64 * MiB)
    await rbd.flatten(image('volumes/c1'))
    await expect(rbd.unprotectSnapshot(snapshot('images/parent@snap'))).rejects.toMatchObject({
      details: { errno: 'EBUSY', reason: 'has_children' },
    })
    await rbd.removeSnapshot(snapshot('volumes/c2@s'))
    await rbd.unprotectSnapshot(snapshot('images/parent@snap'))
  })

  test('writes in the parent after the snapshot do not reach the clone (INV03)', async () => {
    await writeRun(rbd, 'images/parent', 0, 4 * MiB, 0x55)
    expect(await readRuns(rbd, 'volumes/c1')).toEqual(['0 8388608 0xaa', '8388608 58720256 0x00'])
  })
})

describe('du and discard (06, O73)', () => {
  test('du counts whole objects per snapshot', async () => {
    await create('images/d', 32 * MiB)
    await writeRun(rbd, 'images/d', 0, 4 * MiB, 0x11)
    await writeRun(rbd, 'images/d', 8 * MiB, 4 * KiB, 0x22)
    await writeRun(rbd, 'images/d', 20481 * KiB, KiB, 0x33)
    expect(await usedBytes(rbd, 'images/d')).toEqual({ '': 12 * MiB })
    await snap('images/d@s1')
    expect(await usedBytes(rbd, 'images/d')).toEqual({ s1: 12 * MiB, '': 0 })
    await writeRun(rbd, 'images/d', 4 * MiB, 4 * KiB, 0x44)
    await writeRun(rbd, 'images/d', 0, 4 * KiB, 0x55)
    await rbd.discard(image('images/d'), { offset: 8 * MiB, lengthBytes: 4 * MiB })
    expect(await usedBytes(rbd, 'images/d')).toEqual({ s1: 12 * MiB, '': 8 * MiB })
    await snap('images/d@s2')
    await writeRun(rbd, 'images/d', 12 * MiB, 8 * MiB, 0x66)
    await rbd.discard(image('images/d'), { offset: 0, lengthBytes: 4 * MiB })
    expect(await usedBytes(rbd, 'images/d')).toEqual({ s1: 12 * MiB, s2: 8 * MiB, '': 8 * MiB })
  })

  test('discard works in 64 KiB units, rounded inwards', async () => {
    await create('images/g', 16 * MiB)
    await writeRun(rbd, 'images/g', 0, 4 * MiB, 0x77)
    await rbd.discard(image('images/g'), { offset: 4 * KiB, lengthBytes: 4 * KiB })
    expect(await readRuns(rbd, 'images/g', { lengthBytes: 4 * MiB })).toEqual(['0 4194304 0x77'])
    await rbd.discard(image('images/g'), { offset: 64 * KiB, lengthBytes: 64 * KiB })
    await rbd.discard(image('images/g'), { offset: 100 * KiB, lengthBytes: 300 * KiB })
    expect(await readRuns(rbd, 'images/g', { lengthBytes: 4 * MiB })).toEqual([
      '0 65536 0x77',
      '65536 327680 0x00',
      '393216 3801088 0x77',
    ])
    expect(await usedBytes(rbd, 'images/g')).toEqual({ '': 4 * MiB })
    expect(await extentRuns(rbd, 'images/g')).toEqual(['0 65536', '393216 3801088'])
    await rbd.discard(image('images/g'), { offset: 2 * MiB, lengthBytes: 2 * MiB })
    expect((await poolUsage(rbd, 'images')).storedBytes).toBe(2 * MiB)
    await rbd.discard(image('images/g'), { offset: 0, lengthBytes: 4 * MiB })
    expect(await usedBytes(rbd, 'images/g')).toEqual({ '': 0 })
  })

  test('written zeros are allocated, unlike a discard (O18)', async () => {
    await create('images/g', 16 * MiB)
    await rbd.write(image('images/g'), [zeros(0, 4 * MiB)])
    await writeRun(rbd, 'images/g', 4 * MiB, 4 * MiB, 0)
    expect(await usedBytes(rbd, 'images/g')).toEqual({ '': 8 * MiB })
    expect(await extentRuns(rbd, 'images/g')).toEqual(['0 8388608'])
    await rbd.discard(image('images/g'), { offset: 0, lengthBytes: 4 * MiB })
    expect(await usedBytes(rbd, 'images/g')).toEqual({ '': 4 * MiB })
    expect(await extentRuns(rbd, 'images/g')).toEqual(['4194304 4194304'])
  })
})

describe('resize (09)', () => {
  test('a shrink cuts for good, also within an object', async () => {
    await create('images/r', 16 * MiB)
    await writeRun(rbd, 'images/r', 0, 16 * MiB, 0x11)
    await rbd.resize(image('images/r'), { sizeBytes: 5000 * KiB, allowShrink: true })
    await rbd.resize(image('images/r'), { sizeBytes: 16 * MiB })
    expect(await readRuns(rbd, 'images/r')).toEqual(['0 5120000 0x11', '5120000 11657216 0x00'])
  })

  test('a shrink at an odd byte leaves nothing behind it', async () => {
    await create('images/r', 16 * MiB)
    await writeRun(rbd, 'images/r', 0, MiB, 0x11)
    await rbd.resize(image('images/r'), { sizeBytes: 5001, allowShrink: true })
    await rbd.resize(image('images/r'), { sizeBytes: MiB })
    expect(await readRuns(rbd, 'images/r')).toEqual(['0 5001 0x11', '5001 1043575 0x00'])
  })

  test('the overlap falls with each shrink and never grows back, the data of snapshots stays', async () => {
    await create('images/r', 16 * MiB)
    await writeRun(rbd, 'images/r', 0, 16 * MiB, 0x22)
    await snap('images/r@s', { protect: true })
    await rbd.clone(snapshot('images/r@s'), image('volumes/c'))
    const overlap = async (of = 'volumes/c') =>
      (await rbd.info(of.includes('@') ? snapshot(of) : image(of))).parent?.overlapBytes
    const resize = (sizeBytes: number) => rbd.resize(image('volumes/c'), { sizeBytes, allowShrink: true })
    await resize(32 * MiB)
    expect(await overlap()).toBe(16 * MiB)
    await resize(10 * MiB)
    await resize(32 * MiB)
    expect(await overlap()).toBe(10 * MiB)
    const shown = ['0 10485760 0x22', '10485760 23068672 0x00']
    expect(await readRuns(rbd, 'volumes/c')).toEqual(shown)
    await rbd.resize(image('images/r'), { sizeBytes: MiB, allowShrink: true })
    expect(await readRuns(rbd, 'volumes/c')).toEqual(shown)
    await snap('volumes/c@before')
    await resize(4 * MiB)
    expect([await overlap('volumes/c@before'), await overlap()]).toEqual([10 * MiB, 4 * MiB])
    expect(await readRuns(rbd, 'volumes/c@before')).toEqual(shown)
    await rbd.rollback(snapshot('volumes/c@before'))
    expect(await overlap()).toBe(4 * MiB)
    expect(await readRuns(rbd, 'volumes/c')).toEqual(shown)
    await rbd.removeSnapshot(snapshot('volumes/c@before'))
    await resize(0)
    expect(await overlap()).toBeUndefined()
    expect(await rbd.children(snapshot('images/r@s'))).toEqual([image('volumes/c')])
    await expect(rbd.unprotectSnapshot(snapshot('images/r@s'))).rejects.toMatchObject({ details: { errno: 'EBUSY' } })
    await rbd.flatten(image('volumes/c'))
    await rbd.unprotectSnapshot(snapshot('images/r@s'))
  })
})

describe('the DCN workflow (16)', () => {
  test('a volume from an image takes its order, grows, and stays thin', async () => {
    const uuid = '8083c7e7-32d8-4f7a-b1da-0ed7884f1076'
    await rbd.createImage(image(`images/${uuid}`), { sizeBytes: 2 * GiB, order: 23 })
    await writeRun(rbd, `images/${uuid}`, 0, 8 * MiB, 0x11)
    await writeRun(rbd, `images/${uuid}`, 256 * MiB, 16 * MiB, 0x22)
    await snap(`images/${uuid}@snap`, { protect: true })
    expect(await usedBytes(rbd, `images/${uuid}`)).toEqual({ snap: 24 * MiB, '': 0 })
    const volume = image('volumes/volume-28c6fc32')
    await rbd.clone(snapshot(`images/${uuid}@snap`), volume)
    await rbd.resize(volume, { sizeBytes: 8 * GiB })
    expect(await rbd.info(volume)).toMatchObject({
      order: 23,
      objects: 1024,
      sizeBytes: 8 * GiB,
      parent: { pool: 'images', image: uuid, snapshot: 'snap', overlapBytes: 2 * GiB },
    })
    await rbd.clone(snapshot(`images/${uuid}@snap`), image('vms/333_disk'))
    await rbd.resize(image('vms/333_disk'), { sizeBytes: 10 * GiB })
    await snap('vms/333_disk@tmp', { protect: true })
    await rbd.clone(snapshot('vms/333_disk@tmp'), image('images/444'))
    await rbd.flatten(image('images/444'))
    await rbd.unprotectSnapshot(snapshot('vms/333_disk@tmp'))
    await rbd.removeSnapshot(snapshot('vms/333_disk@tmp'))
    expect(await usedBytes(rbd, 'images/444')).toEqual({ '': 24 * MiB })
    await rbd.renameImage(image(`images/${uuid}`), 'renamed')
    expect((await rbd.listDetailed('volumes'))[0]?.parent).toEqual({
      pool: 'images',
      image: 'renamed',
      snapshot: 'snap',
    })
  })
})

describe('space (15, 19, O70)', () => {
  test('MAX AVAIL of one osd, to the byte', () => {
    const osd = { osds: 1, osdSizeBytes: 42_949_672_960, osdAvailBytes: 42_597_720_064, fullRatio: 0.95 }
    expect(maxAvailBytes({ ...osd, replicas: 1 })).toBe(40_450_236_416)
    expect(maxAvailBytes({ ...osd, replicas: 3 })).toBe(40_450_236_416)
  })

  test('three osds of 10 GiB, three replicas: snapshots, overwrites and copy-ups (INV01)', async () => {
    rbd = (await startTestCluster({ capacity: { osds: 3, osdSizeBytes: 10 * GiB, replicas: 3 } })).rbd
    const volumes = () => poolUsage(rbd, 'volumes')
    expect((await rbd.df()).usedBytes).toBe(3 * 290 * MiB)
    expect(((await volumes()).maxAvailBytes / GiB).toFixed(1)).toBe('9.2')
    await create('volumes/a', GiB)
    await writeRun(rbd, 'volumes/a', 0, 256 * MiB, 0x11)
    expect(await volumes()).toMatchObject({ storedBytes: 256 * MiB, usedBytes: 768 * MiB, objects: 69 })
    expect(((await volumes()).maxAvailBytes / GiB).toFixed(1)).toBe('9.0')
    await snap('volumes/a@s')
    expect(await volumes()).toMatchObject({ storedBytes: 256 * MiB, objects: 70 })
    await writeRun(rbd, 'volumes/a', 0, 64 * MiB, 0x22)
    expect(await volumes()).toMatchObject({ storedBytes: 320 * MiB, usedBytes: 960 * MiB, objects: 86 })
    expect(await usedBytes(rbd, 'volumes/a')).toEqual({ s: 256 * MiB, '': 64 * MiB })
    await rbd.protectSnapshot(snapshot('volumes/a@s'))
    await rbd.clone(snapshot('volumes/a@s'), image('volumes/c'))
    for (let i = 0; i < 16; i++) await writeRun(rbd, 'volumes/c', i * 4 * MiB, 4 * KiB, 0x33)
    expect(await volumes()).toMatchObject({ storedBytes: 384 * MiB, usedBytes: 1152 * MiB, objects: 106 })
    expect(await usedBytes(rbd, 'volumes/c')).toEqual({ '': 64 * MiB })
    await rbd.removeImage(image('volumes/c'))
    await rbd.unprotectSnapshot(snapshot('volumes/a@s'))
    await rbd.removeSnapshot(snapshot('volumes/a@s'))
    await rbd.removeImage(image('volumes/a'))
    expect(await volumes()).toMatchObject({ storedBytes: 0, usedBytes: 0 })
  })

  test('a write beyond the full ratio fails and changes nothing (INV11, O20)', async () => {
    const { rbd: small, cluster } = await startTestCluster({
      capacity: { osds: 3, osdSizeBytes: 64 * MiB, replicas: 3 },
    })
    await small.createImage(image('images/a'), { sizeBytes: GiB })
    let stored = 0
    const fill = async () => {
      for (; ; stored += 4 * MiB) await writeRun(small, 'images/a', stored, 4 * MiB, 1)
    }
    await expect(fill()).rejects.toMatchObject({
      code: 'no_space',
      details: { errno: 'ENOSPC', reason: 'cluster_full' },
    })
    // 95 % of 64 MiB less an empty osd's 3 %, cut to the slices that fit.
    expect(stored).toBe(56 * MiB)
    cluster.audit()
    expect((await small.df()).fullness).toBe('nearfull')
    await small.discard(image('images/a'), { offset: 0, lengthBytes: 8 * MiB })
    await writeRun(small, 'images/a', 0, 4 * MiB, 2)
  })
})
