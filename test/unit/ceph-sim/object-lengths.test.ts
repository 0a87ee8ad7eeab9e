import { beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { MiB, startTestCluster } from '../../support/memory-cluster.ts'
import { image, poolUsage, snapshot, spec, usedBytes, writeRun, zeros } from '../../support/rbd-bytes.ts'

/** What a real cluster (16.2.15) was seen to do with the objects beneath images. */
const KiB = 1024
let rbd: ClusterClient

beforeEach(async () => {
  ;({ rbd } = await startTestCluster())
})

async function diff(target: string, fromSnapshot?: string, wholeObject = false): Promise<string[]> {
  const lines: string[] = []
  for await (const { offset, lengthBytes, exists } of rbd.diffs.list(spec(target), { fromSnapshot, wholeObject })) {
    lines.push(`${offset} ${lengthBytes} ${exists ? 'data' : 'zero'}`)
  }
  return lines
}
const discard = (target: string, offset: number, lengthBytes: number) =>
  rbd.discard(image(target), { offset, lengthBytes })
const snap = (target: string) => rbd.createSnapshot(snapshot(target))

describe('the length of an object', () => {
  test('a discard up to its end sets it, even to more than it was', async () => {
    await rbd.createImage(image('images/a'), { sizeBytes: 32 * MiB })
    await writeRun(rbd, 'images/a', 0, 4 * KiB, 1)
    await discard('images/a', 2 * MiB, 2 * MiB)
    expect(await diff('images/a')).toEqual(['0 2097152 data'])
  })

  test('so does a shrink, in the object where the image then ends', async () => {
    await rbd.createImage(image('images/a'), { sizeBytes: 32 * MiB })
    await writeRun(rbd, 'images/a', 8 * MiB, 4 * KiB, 1)
    await rbd.resize(image('images/a'), { sizeBytes: 9 * MiB, allowShrink: true })
    expect(await diff('images/a')).toEqual(['8388608 1048576 data'])
  })

  test('a shrink stretches nothing where the image ended in the same object', async () => {
    await rbd.createImage(image('images/a'), { sizeBytes: 348_443, order: 17 })
    await writeRun(rbd, 'images/a', 300_611, 8, 4)
    await rbd.resize(image('images/a'), { sizeBytes: 327_680, allowShrink: true })
    expect(await diff('images/a')).toEqual(['262144 38475 data'])
  })

  test('a copy-up leaves out what a discard clears, so it may end before', async () => {
    await rbd.createImage(image('images/p'), { sizeBytes: 262_144, order: 12 })
    await writeRun(rbd, 'images/p', 132_595, 332, 2)
    await writeRun(rbd, 'images/p', 160_425, 4573, 2)
    await snap('images/p@s')
    await rbd.protectSnapshot(snapshot('images/p@s'))
    const clear = async (child: string, offset: number, lengthBytes: number) => {
      await rbd.clone(snapshot('images/p@s'), image(child), { order: 17 })
      await rbd.write(image(child), [{ kind: 'zero', offset, lengthBytes }], { freeZeros: true })
      return diff(child)
    }
    expect(await clear('images/c1', 147_456, 65_536)).toEqual(['131072 1855 data'])
    expect(await clear('images/c2', 160_425, 4573)).toEqual(['131072 29353 data'])
    expect(await clear('images/c3', 160_424, 4573)).toEqual(['131072 33926 data'])
  })

  test('a discard in a small object need not begin at a multiple of anything', async () => {
    await rbd.createImage(image('images/a'), { sizeBytes: MiB, order: 14 })
    await writeRun(rbd, 'images/a', 0, 64 * KiB, 1)
    await discard('images/a', 5000, 40_000)
    expect(await diff('images/a')).toEqual(['0 5000 data', '32768 16384 data', '49152 16384 data'])
  })
})

describe('what changed', () => {
  test('a rollback leaves clean what the snapshot has clean: by whole objects, only what it wrote differs', async () => {
    await rbd.createImage(image('images/r'), { sizeBytes: 16 * MiB })
    await writeRun(rbd, 'images/r', 0, 4 * KiB, 1)
    await snap('images/r@s1')
    await writeRun(rbd, 'images/r', 4 * MiB, 4 * KiB, 2)
    await snap('images/r@s2')
    await writeRun(rbd, 'images/r', 0, 4 * KiB, 9)
    await rbd.rollback(snapshot('images/r@s2'))
    expect(await diff('images/r', 's2', true)).toEqual(['4194304 4194304 data'])
    await writeRun(rbd, 'images/r', 0, 4 * KiB, 3)
    expect(await diff('images/r', 's2', true)).toEqual(['0 4194304 data', '4194304 4194304 data'])
  })

  test('a flatten without deep-flatten copies beneath the snapshots too, so nothing differs since them', async () => {
    await rbd.createImage(image('images/p'), { sizeBytes: 16 * MiB })
    await writeRun(rbd, 'images/p', 4 * MiB, 4 * KiB, 1)
    await snap('images/p@s')
    await rbd.protectSnapshot(snapshot('images/p@s'))
    await rbd.clone(snapshot('images/p@s'), image('images/f'), { features: ['layering'] })
    await snap('images/f@s1')
    await rbd.flatten(image('images/f'))
    expect(await diff('images/f', 's1')).toEqual([])
    expect(await diff('images/f')).toEqual(['4194304 4096 data'])
  })

  test('a snapshot that its clones keep in the trash is passed over by fast-diff', async () => {
    await rbd.createImage(image('images/t'), { sizeBytes: 16 * MiB })
    await snap('images/t@s1')
    await writeRun(rbd, 'images/t', 0, 4 * KiB, 1)
    await snap('images/t@s2')
    await rbd.rollback(snapshot('images/t@s1'))
    await snap('images/t@s3')
    expect(await diff('images/t@s3', 's1', true)).toEqual(['0 4194304 zero'])
    await rbd.clone(snapshot('images/t@s2'), image('images/child'), { cloneFormat: 2 })
    await rbd.removeSnapshot(snapshot('images/t@s2'))
    expect(await diff('images/t@s3', 's1', true)).toEqual([])
  })

  test('shows what a middle snapshot had, from the beginning as from an older one', async () => {
    await rbd.createImage(image('images/b'), { sizeBytes: 32 * MiB })
    await writeRun(rbd, 'images/b', 0, 4 * KiB, 1)
    await snap('images/b@s1')
    await writeRun(rbd, 'images/b', MiB, 4 * KiB, 2)
    await snap('images/b@s2')
    await discard('images/b', 512 * KiB, 3584 * KiB)
    expect(await diff('images/b')).toEqual(['0 1052672 data'])
    expect(await diff('images/b', 's1')).toEqual(['4096 1048576 data'])
    expect(await diff('images/b', 's2')).toEqual(['524288 528384 zero'])
    await discard('images/b', 0, 4 * MiB)
    expect(await diff('images/b')).toEqual([])
    expect(await diff('images/b', 's1')).toEqual(['0 4096 zero'])
    await writeRun(rbd, 'images/b', 64 * KiB, 4 * KiB, 3)
    expect(await diff('images/b', 's2')).toEqual(['0 69632 data', '69632 983040 zero'])
    await rbd.removeSnapshot(snapshot('images/b@s2'))
    expect(await diff('images/b', 's1')).toEqual(['0 69632 data'])
  })

  test('a rollback stores every object anew, and changes what was written since', async () => {
    await rbd.createImage(image('images/r'), { sizeBytes: 16 * MiB })
    await writeRun(rbd, 'images/r', 0, MiB, 1)
    await writeRun(rbd, 'images/r', 8 * MiB, 4 * KiB, 1)
    await snap('images/r@s1')
    await writeRun(rbd, 'images/r', 64 * KiB, 4 * KiB, 2)
    await snap('images/r@s2')
    await writeRun(rbd, 'images/r', 128 * KiB, 4 * KiB, 3)
    await writeRun(rbd, 'images/r', 4 * MiB, 4 * KiB, 3)
    await rbd.rollback(snapshot('images/r@s1'))
    expect(await diff('images/r', 's1')).toEqual(['65536 4096 data', '131072 4096 data'])
    expect(await diff('images/r', 's2')).toEqual(['65536 4096 data', '131072 4096 data'])
    expect((await usedBytes(rbd, 'images/r'))['']).toBe(8 * MiB)
  })
})

describe('a clone', () => {
  beforeEach(async () => {
    await rbd.createImage(image('images/p'), { sizeBytes: 16 * MiB })
    await rbd.write(image('images/p'), [zeros(0, MiB)])
    await writeRun(rbd, 'images/p', 4 * MiB, MiB, 5)
    await snap('images/p@s')
    await rbd.protectSnapshot(snapshot('images/p@s'))
    await rbd.clone(snapshot('images/p@s'), image('volumes/c'))
  })

  test('copies up to where the parent’s object ends, and no zeros', async () => {
    await writeRun(rbd, 'volumes/c', 16 * KiB, 4 * KiB, 1)
    await writeRun(rbd, 'volumes/c', 4112 * KiB, 4 * KiB, 1)
    expect((await poolUsage(rbd, 'volumes')).storedBytes).toBe(20 * KiB + MiB)
  })

  test('is given the objects with data when it is flattened', async () => {
    await rbd.flatten(image('volumes/c'))
    expect(await diff('volumes/c')).toEqual(['4194304 1048576 data'])
  })

  test('that has snapshots copies up beneath them even what is overwritten as a whole', async () => {
    await snap('volumes/c@t')
    await writeRun(rbd, 'volumes/c', 4 * MiB, 4 * MiB, 9)
    expect((await poolUsage(rbd, 'volumes')).storedBytes).toBe(5 * MiB)
    expect(await diff('volumes/c@t')).toEqual(['0 1048576 data', '4194304 1048576 data'])
  })
})

test('striping: what changed is told by sets of objects, and du counts whole ones', async () => {
  const striping = { stripeUnitBytes: 64 * KiB, stripeCount: 4 }
  await rbd.createImage(image('volumes/st'), { sizeBytes: 32 * MiB, ...striping })
  await writeRun(rbd, 'volumes/st', 100 * KiB, 300 * KiB, 1)
  expect(await diff('volumes/st')).toEqual(['0 409600 data'])
  await snap('volumes/st@s')
  await writeRun(rbd, 'volumes/st', 130 * KiB, 4 * KiB, 1)
  await writeRun(rbd, 'volumes/st', 300 * KiB, 4 * KiB, 1)
  await discard('volumes/st', 0, 256 * KiB)
  expect(await diff('volumes/st', 's')).toEqual(['0 196608 data', '196608 65536 zero', '307200 4096 data'])
  expect(await usedBytes(rbd, 'volumes/st')).toEqual({ s: 16 * MiB, '': 16 * MiB })
  await rbd.resize(image('volumes/st'), { sizeBytes: MiB, allowShrink: true })
  expect((await rbd.info(image('volumes/st'))).objects).toBe(4)
  expect(await usedBytes(rbd, 'volumes/st')).toEqual({ s: 16 * MiB, '': MiB })
})
