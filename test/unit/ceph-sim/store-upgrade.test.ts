import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { ByteRange, PoolUsage } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { CrashDisk } from '../../support/crash-disk.ts'
import { connectAdmin } from '../../support/memory-cluster.ts'
import { filled, image, readRuns, snapshot } from '../../support/rbd-bytes.ts'
import { checkOn, clusterOn, storeDirectory } from '../../support/store-history.ts'

/**
 * Directories as the release wrote them that had format version 1: `stopped` in order, and `killed` with everything
 * synced. They hold pools, images, snapshots, a clone, and a checkpoint with a journal behind it; `expected.json` is what
 * that release itself said of them.
 */
const fixtures = join(import.meta.dirname, '../../fixtures/ceph-sim-v1')
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as {
  images: Record<string, { snapshots: Record<string, object> }>
  df: { pools: readonly PoolUsage[] }
  key: string
}
const ends = ['stopped', 'killed'] as const

function diskOf(name: (typeof ends)[number], seed: string | number = name): CrashDisk {
  const disk = new CrashDisk(new SeededRandom(seed))
  for (const file of readdirSync(join(fixtures, name), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    disk.put(join(storeDirectory, path.slice(join(fixtures, name).length)), readFileSync(path))
  }
  return disk
}

/** In the form of `expected.json`. */
async function factsOf(rbd: ClusterClient): Promise<typeof expected.images> {
  const images: typeof expected.images = {}
  for (const { name: pool } of await rbd.listPools()) {
    for (const name of await rbd.listImages(pool)) {
      const spec = `${pool}/${name}`
      const { id, sizeBytes, order, features, parent } = await rbd.info(image(spec))
      const snapshots: Record<string, object> = {}
      for (const each of await rbd.listSnapshots(image(spec))) {
        snapshots[each.name] = { ...each, content: await readRuns(rbd, `${spec}@${each.name}`) }
      }
      images[spec] = JSON.parse(
        JSON.stringify({
          info: { id, sizeBytes, order, features, parent },
          content: await readRuns(rbd, spec),
          used: await rbd.diskUsage(image(spec)),
          extents: await rbd.extents(image(spec)),
          snapshots,
        }),
      ) as (typeof expected.images)[string]
    }
  }
  return images
}

async function expectWhole(disk: CrashDisk): Promise<ClusterClient> {
  const { cluster } = clusterOn(disk)
  await cluster.start()
  cluster.audit()
  const rbd = connectAdmin(cluster)
  expect(await factsOf(rbd)).toEqual(expected.images)
  expect(cluster.identities.keyOf('client.openstack')).toBe(expected.key)
  return rbd
}

describe.each(ends)('a directory of format version 1, %s', (end) => {
  test('opens with everything in it, and is one of version 2 from then on', async () => {
    const disk = diskOf(end)
    const { cluster } = clusterOn(disk)
    await cluster.start()
    expect(cluster.recovery).toMatchObject({ created: false, upgradedFrom: 1, droppedRecords: 0, orphanLayers: [] })
    const rbd = connectAdmin(cluster)
    expect(await factsOf(rbd)).toEqual(expected.images)
    const stored = ({ name, storedBytes }: PoolUsage) => `${name} ${storedBytes}`
    expect((await rbd.df()).pools.map(stored)).toEqual(expected.df.pools.map(stored))
    await rbd.createPool('another')
    await rbd.createSnapshot(snapshot('vms/renamed@new'))
    await cluster.stop()
    disk.powerFailure()
    const again = clusterOn(disk).cluster
    await again.start()
    again.audit()
    expect(again.recovery.upgradedFrom).toBeUndefined()
    expect(Object.keys(await factsOf(connectAdmin(again)))).toEqual(Object.keys(expected.images))
  })

  test('what differs between snapshots is told in whole objects, as nobody kept which bytes were written', async () => {
    const rbd = await expectWhole(diskOf(end))
    const changed: ByteRange[] = []
    for await (const extent of rbd.diffs.list(snapshot('images/base@s2'), { fromSnapshot: 's1' })) changed.push(extent)
    const covers = (at: number) => changed.some(({ offset, lengthBytes }) => offset <= at && at < offset + lengthBytes)
    // Written between the two: 1000 to 4000 and 32 to 36 KiB.
    for (const at of [1000, 3999, 32 * 1024, 36 * 1024 - 1]) expect(covers(at), `${at}`).toBe(true)
  })

  test('loses nothing when the upgrade is cut off, at whatever call, by a kill or a power failure', async () => {
    const whole = clusterOn(diskOf(end))
    await whole.cluster.start()
    for (let call = 1; call <= whole.calls(); call++) {
      for (const power of [true, false]) {
        const disk = diskOf(end, `${call} ${power}`)
        await clusterOn(disk, { dieAtCall: call })
          .cluster.start()
          .catch(() => {})
        if (power) disk.powerFailure()
        const rbd = await expectWhole(disk)
        await rbd.write(image('images/base'), [filled(0, 100, 9)])
      }
    }
  })

  test('can be checked as it is; no checksum vouches for its data until a repair does', async () => {
    const disk = diskOf(end)
    const names = [...disk.names()].sort()
    const report = await checkOn(disk, { scrub: true })
    expect(report).toMatchObject({ version: 1, contents: { images: 3, snapshots: 3 } })
    expect(report.findings.map(({ kind }) => kind)).not.toContain('damage')
    expect(report.scrubbed).toMatchObject({ verifiedBytes: 0, unverifiedBytes: report.contents?.dataBytes })
    expect([...disk.names()].filter((name) => !name.endsWith('/lock')).sort()).toEqual(
      names.filter((name) => !name.endsWith('/lock')),
    )
    await checkOn(disk, { scrub: true, repair: true })
    expect((await checkOn(disk, { scrub: true })).findings).toEqual([])
  })
})
