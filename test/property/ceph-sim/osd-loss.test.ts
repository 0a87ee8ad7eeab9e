import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { GiB, MiB, startTestCluster } from '../../support/memory-cluster.ts'
import { image, readBytes, snapshot, spec, writeRun } from '../../support/rbd-bytes.ts'

const KiB = 1024
const osds = 6
const replicas = 3
const objectBytes = 64 * KiB
const names = ['images/a', 'images/b', 'volumes/c', 'volumes/d', 'vms/e']

/** Where the only replicas of each object were, asked of the port before anything broke. */
async function holdersOf(client: ClusterClient, target: string): Promise<Map<number, readonly number[]>> {
  const { id } = await client.info(image(target))
  const holders = new Map<number, readonly number[]>()
  for (const { offset, lengthBytes } of await client.extents(image(target))) {
    for (let at = Math.floor(offset / objectBytes); at * objectBytes < offset + lengthBytes; at++) {
      const name = `rbd_data.${id}.${at.toString(16).padStart(16, '0')}`
      holders.set(at, (await client.osds.locate(image(target).pool, name)).acting)
    }
  }
  return holders
}

async function filledCluster(writes: readonly { readonly target: number; readonly object: number }[]) {
  const { cluster, rbd } = await startTestCluster({ capacity: { osds, osdSizeBytes: GiB, replicas } })
  for (const name of names) await rbd.createImage(image(name), { sizeBytes: 4 * MiB, order: 16 })
  for (const { target, object } of writes) {
    await writeRun(rbd, names[target]!, object * objectBytes, objectBytes, object + 1)
  }
  return { cluster, rbd }
}

const writes = fc.array(fc.record({ target: fc.nat(names.length - 1), object: fc.nat(63) }), {
  minLength: 1,
  maxLength: 40,
})
const someOsds = (least: number, most: number) =>
  fc.uniqueArray(fc.nat(osds - 1), { minLength: least, maxLength: most })

describe('what the loss of osds loses (C45)', () => {
  test('fewer than the replicas at once: nothing', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(writes, someOsds(1, replicas - 1), async (wrote, failed) => {
        const { cluster, rbd } = await filledCluster(wrote)
        for (const osd of failed) await rbd.osds.fail(osd)
        expect((await rbd.osds.damage()).filter(({ objects }) => objects > 0)).toEqual([])
        for (const osd of failed) await rbd.osds.markOut(osd)
        const { groups } = await rbd.status.report()
        expect(groups.states).toEqual([{ state: 'active+clean', count: groups.total }])
        for (const name of names) await readBytes(rbd, image(name))
        cluster.audit()
        await cluster.stop()
      }),
      { numRuns: 30 },
    )
  })

  test('any number one after the other, with recovery in between: nothing', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(writes, someOsds(1, osds - replicas), async (wrote, failed) => {
        const { cluster, rbd } = await filledCluster(wrote)
        for (const osd of failed) {
          await rbd.osds.fail(osd)
          await rbd.osds.markOut(osd)
        }
        expect(await rbd.osds.damage()).toEqual([])
        for (const name of names) await readBytes(rbd, image(name))
        await cluster.stop()
      }),
      { numRuns: 20 },
    )
  })

  test('as many or more: exactly the objects that only they had', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(writes, someOsds(replicas, osds), async (wrote, failed) => {
        const { cluster, rbd } = await filledCluster(wrote)
        const expected = new Map<string, number[]>()
        for (const name of names) {
          const holders = await holdersOf(rbd, name)
          const lost = [...holders].filter(([, acting]) => acting.every((id) => failed.includes(id)))
          if (lost.length > 0)
            expected.set(
              name,
              lost.map(([index]) => index).sort((a, b) => a - b),
            )
        }
        for (const osd of failed) await rbd.osds.fail(osd)
        const reported = (await rbd.osds.damage()).filter(({ objects }) => objects > 0)
        expect(reported.map(({ pool, image: name }) => `${pool}/${name}`)).toEqual([...expected.keys()].sort())
        for (const { pool, image: name, objects, bytes, ranges } of reported) {
          const indexes = expected.get(`${pool}/${name}`)!
          expect(objects).toBe(indexes.length)
          expect(bytes).toBe(indexes.length * objectBytes)
          const listed = ranges.flatMap(({ offset, lengthBytes }) =>
            Array.from({ length: lengthBytes / objectBytes }, (_, i) => offset / objectBytes + i),
          )
          expect(listed).toEqual(indexes)
        }
        await cluster.stop()
      }),
      { numRuns: 40 },
    )
  })
})

describe('an image that has lost an object', () => {
  /** One image of two objects of which both are lost, with a snapshot and a clone of it. */
  async function damaged() {
    const { cluster, rbd } = await startTestCluster({ capacity: { osds: 3, osdSizeBytes: GiB, replicas: 1 } })
    await rbd.createImage(image('images/a'), { sizeBytes: 12 * MiB })
    await writeRun(rbd, 'images/a', 0, 8 * MiB, 1)
    await rbd.createSnapshot(snapshot('images/a@s'))
    await rbd.protectSnapshot(snapshot('images/a@s'))
    await rbd.clone(snapshot('images/a@s'), image('vms/b'))
    await writeRun(rbd, 'vms/b', 4 * MiB, 4 * MiB, 2)
    const { id } = await rbd.info(image('images/a'))
    const [first] = (await rbd.osds.locate('images', `rbd_data.${id}.${'0'.repeat(16)}`)).acting
    return { cluster, rbd, lostOsd: first! }
  }
  const errnoOf = (call: Promise<unknown>) =>
    call.then(
      () => 'none',
      (thrown: unknown) => asDomainError(thrown).details.errno,
    )

  test('cannot be read there, nor can its snapshot and its clones; elsewhere it can', async () => {
    const { cluster, rbd, lostOsd } = await damaged()
    await rbd.osds.fail(lostOsd)
    const damage = await rbd.osds.damage()
    const shown = damage.map(({ image: name, snapshot: at, inherited }) => [name, at, inherited])
    expect(shown).toEqual(
      expect.arrayContaining([
        ['a', undefined, false],
        ['a', 's', false],
        ['b', undefined, true],
      ]),
    )
    for (const target of ['images/a', 'images/a@s', 'vms/b']) {
      expect(await errnoOf(readBytes(rbd, spec(target), { offset: 0, lengthBytes: 4096 }))).toBe('EIO')
    }
    const sound = damage.find(({ image: name }) => name === 'b')!
    if (sound.ranges.every(({ offset }) => offset === 0) && sound.bytes === 4 * MiB) {
      expect((await readBytes(rbd, image('vms/b'), { offset: 4 * MiB, lengthBytes: 4096 }))[0]).toBe(2)
    }
    cluster.audit()
    await cluster.stop()
  })

  test('refuses to be written there until what is lost is given up, which heals the head alone', async () => {
    const { cluster, rbd, lostOsd } = await damaged()
    await rbd.osds.fail(lostOsd)
    expect(await errnoOf(writeRun(rbd, 'images/a', 0, 4096, 3))).not.toBe('none')
    await rbd.osds.declareLost(lostOsd, { sure: true })
    await rbd.osds.replace(lostOsd)
    expect(await errnoOf(writeRun(rbd, 'images/a', 0, 4096, 3))).toBe('EIO')
    await rbd.discard(image('images/a'), { offset: 0, lengthBytes: 4 * MiB })
    await writeRun(rbd, 'images/a', 0, 4096, 3)
    expect((await readBytes(rbd, image('images/a'), { offset: 0, lengthBytes: 8192 })).subarray(4095, 4097)).toEqual(
      Buffer.from([3, 0]),
    )
    expect(await errnoOf(readBytes(rbd, snapshot('images/a@s'), { offset: 0, lengthBytes: 4096 }))).toBe('EIO')
    await cluster.stop()
  })
})
