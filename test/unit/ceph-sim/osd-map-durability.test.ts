import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ClusterCapacity, createCluster } from '#ceph-sim/app.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { connectAdmin, GiB, MiB, startMs } from '../../support/memory-cluster.ts'
import { image, readRuns, writeRun } from '../../support/rbd-bytes.ts'

/** A cluster in a directory, which is started again at each call. */
async function rig() {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-osds-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return async (capacity: ClusterCapacity, compactAtBytes?: number) => {
    const cluster = createCluster({
      clock: new VirtualClock(startMs),
      random: new SeededRandom('osds'),
      name: 'dcn0',
      fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
      store: { kind: 'directory', directory, ...(compactAtBytes !== undefined && { compactAtBytes }) },
      capacity,
    })
    await cluster.start()
    return { cluster, client: connectAdmin(cluster) }
  }
}

const four = { osds: 4, osdSizeBytes: GiB, replicas: 3 }

describe('a cluster that is started again', () => {
  test.each([
    ['from its journal', undefined],
    ['from a checkpoint', 1],
  ])('knows its pools, its osds and what it has lost, %s', async (_, compactAtBytes) => {
    const start = await rig()
    const before = await start(four, compactAtBytes)
    const { client } = before
    await client.config.set('mon', { name: 'mon_allow_pool_delete', value: 'true' })
    await client.pools.remove('backups', { again: 'backups', sure: true })
    await client.pools.create('tape', { pgNum: 16 })
    await client.pools.setQuota('tape', { maxBytes: 5 * GiB })
    await client.createImage(image('images/a'), { sizeBytes: 64 * MiB })
    await writeRun(client, 'images/a', 0, 64 * MiB, 1)
    for (const osd of [0, 1, 2]) await client.osds.fail(osd)
    await client.status.setFlag('noout')
    const { startedMs: _s, nowMs: _n, ...told } = await client.status.report()
    const damage = await client.osds.damage()
    expect(damage).not.toEqual([])
    await before.cluster.stop()
    const after = await start(four, compactAtBytes)
    const { startedMs: _t, nowMs: _m, ...again } = await after.client.status.report()
    const withoutIo = (pools: typeof told.pools) => pools.map(({ io: __, ...pool }) => pool)
    expect({ ...again, pools: withoutIo(again.pools) }).toEqual({ ...told, pools: withoutIo(told.pools) })
    expect(await after.client.osds.damage()).toEqual(damage)
    after.cluster.audit()
    await after.cluster.stop()
  })

  test('with more, fewer or larger osds has them, and all its data', async () => {
    const start = await rig()
    const first = await start(four)
    await first.client.createImage(image('images/a'), { sizeBytes: 64 * MiB })
    await writeRun(first.client, 'images/a', 0, 64 * MiB, 1)
    await first.cluster.stop()
    for (const capacity of [
      { ...four, osds: 7 },
      { ...four, osds: 3 },
      { ...four, osds: 3, osdSizeBytes: 2 * GiB },
    ]) {
      const { cluster, client } = await start(capacity)
      const { osds, totalBytes, groups } = await client.status.report()
      expect(osds.length).toBe(capacity.osds)
      expect(totalBytes).toBe(capacity.osds * capacity.osdSizeBytes)
      expect(groups.states).toEqual([{ state: 'active+clean', count: groups.total }])
      expect(await client.osds.damage()).toEqual([])
      expect(await readRuns(client, 'images/a')).toEqual([`0 ${64 * MiB} 0x01`])
      await cluster.stop()
    }
  })
})
