import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MiB, startTestCluster, type TestCluster } from '../../support/memory-cluster.ts'
import { image, poolUsage, readRuns, snapshot, usedBytes, writeRun } from '../../support/rbd-bytes.ts'

/** Removing a snapshot folds its layer into a neighbour: nothing visible may change, and no file may stay. */
const KiB = 1024
let directory: string
let world: TestCluster

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  world = await startTestCluster({ store: { kind: 'directory', directory } })
})
afterEach(async () => {
  await world.cluster.stop()
  await rm(directory, { recursive: true })
})

const layerFiles = () => readdirSync(join(directory, 'layers')).filter((name) => name.endsWith('.data')).length
const resize = (sizeBytes: number, name = 'images/a') => world.rbd.resize(image(name), { sizeBytes, allowShrink: true })

async function shrinkAndGrowUnderSnapshot(): Promise<void> {
  await world.rbd.createImage(image('images/a'), { sizeBytes: 64 * KiB })
  await writeRun(world.rbd, 'images/a', 0, 12 * KiB, 1)
  await world.rbd.createSnapshot(snapshot('images/a@s'))
  await resize(5000)
  await resize(64 * KiB)
}

describe('removing a snapshot', () => {
  test('into the older layer: what a shrink hid stays hidden', async () => {
    await shrinkAndGrowUnderSnapshot()
    await world.rbd.removeSnapshot(snapshot('images/a@s'))
    expect(await readRuns(world.rbd, 'images/a')).toEqual(['0 5000 0x01', '5000 60536 0x00'])
    expect(layerFiles()).toBe(1)
  })

  test('into the newer layer: what a shrink hid stays hidden', async () => {
    await shrinkAndGrowUnderSnapshot()
    await writeRun(world.rbd, 'images/a', 16 * KiB, 48 * KiB, 2)
    expect(layerFiles()).toBe(2)
    await world.rbd.removeSnapshot(snapshot('images/a@s'))
    expect(await readRuns(world.rbd, 'images/a')).toEqual(['0 5000 0x01', '5000 11384 0x00', '16384 49152 0x02'])
    expect(layerFiles()).toBe(1)
  })

  test('of a clone: the parent shows no more than before', async () => {
    await world.rbd.createImage(image('images/p'), { sizeBytes: 12 * KiB })
    await writeRun(world.rbd, 'images/p', 0, 12 * KiB, 1)
    await world.rbd.createSnapshot(snapshot('images/p@s'))
    await world.rbd.protectSnapshot(snapshot('images/p@s'))
    await world.rbd.clone(snapshot('images/p@s'), image('images/a'))
    await world.rbd.createSnapshot(snapshot('images/a@t'))
    await resize(5000)
    await resize(12 * KiB)
    await world.rbd.removeSnapshot(snapshot('images/a@t'))
    expect(await readRuns(world.rbd, 'images/a')).toEqual(['0 5000 0x01', '5000 7288 0x00'])
  })

  test('in the middle of others, and again after a restart', async () => {
    await world.rbd.createImage(image('images/a'), { sizeBytes: 64 * KiB })
    for (const [name, byte] of [
      ['s', 1],
      ['t', 2],
      ['u', 3],
    ] as const) {
      await writeRun(world.rbd, 'images/a', byte * 8 * KiB, 16 * KiB, byte)
      await world.rbd.createSnapshot(snapshot(`images/a@${name}`))
    }
    const shown = ['0 8192 0x00', '8192 8192 0x01', '16384 8192 0x02', '24576 16384 0x03', '40960 24576 0x00']
    await world.rbd.removeSnapshot(snapshot('images/a@t'))
    await world.cluster.stop()
    world = await startTestCluster({ store: { kind: 'directory', directory } })
    expect(await readRuns(world.rbd, 'images/a')).toEqual(shown)
    expect(await readRuns(world.rbd, 'images/a@s', { lengthBytes: 32 * KiB })).toEqual([
      '0 8192 0x00',
      '8192 16384 0x01',
      '24576 8192 0x00',
    ])
    await world.rbd.removeSnapshot(snapshot('images/a@s'))
    await world.rbd.removeSnapshot(snapshot('images/a@u'))
    expect(await readRuns(world.rbd, 'images/a')).toEqual(shown)
    world.cluster.audit()
    await world.rbd.removeImage(image('images/a'))
    expect(layerFiles()).toBe(0)
  })
})

describe('copy-up beneath a snapshot of a clone', () => {
  test('stores the object twice, for the snapshot and for the head', async () => {
    const { rbd } = world
    await rbd.createImage(image('images/p'), { sizeBytes: 16 * MiB })
    await writeRun(rbd, 'images/p', 0, 8 * MiB, 1)
    await rbd.createSnapshot(snapshot('images/p@s'))
    await rbd.protectSnapshot(snapshot('images/p@s'))
    await rbd.clone(snapshot('images/p@s'), image('volumes/c'))
    await rbd.createSnapshot(snapshot('volumes/c@t'))
    await writeRun(rbd, 'volumes/c', 0, 4 * KiB, 2)
    expect(await usedBytes(rbd, 'volumes/c')).toEqual({ t: 4 * MiB, '': 4 * MiB })
    expect((await poolUsage(rbd, 'volumes')).storedBytes).toBe(8 * MiB)
    await rbd.flatten(image('volumes/c'))
    expect(await usedBytes(rbd, 'volumes/c')).toEqual({ t: 8 * MiB, '': 4 * MiB })
    await rbd.removeSnapshot(snapshot('volumes/c@t'))
    expect((await poolUsage(rbd, 'volumes')).storedBytes).toBe(8 * MiB)
  })
})
