import { describe, expect, test } from 'vitest'
import { createCluster } from '#ceph-sim/app.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { connectAdmin, GiB, MiB, startMs } from '../../support/memory-cluster.ts'
import { image, readBytes, snapshot, writeRun } from '../../support/rbd-bytes.ts'

async function rig(fullPolicy: 'fail' | 'wait', osdSizeBytes = 40 * GiB) {
  const clock = new VirtualClock(startMs)
  const cluster = createCluster({
    clock,
    random: new SeededRandom('full'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'memory' },
    capacity: { osds: 1, osdSizeBytes, replicas: 1 },
    fullPolicy,
  })
  await cluster.start()
  return { cluster, clock, rbd: connectAdmin(cluster) }
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (thrown: unknown) => asDomainError(thrown).details.errno,
  )

describe('a full pool (golden 13)', () => {
  test('refuses at once what would take it past its quota, where writers do not wait', async () => {
    const { cluster, rbd } = await rig('fail')
    await rbd.createImage(image('images/a'), { sizeBytes: GiB })
    await rbd.pools.setQuota('images', { maxBytes: 8 * MiB })
    await writeRun(rbd, 'images/a', 0, 8 * MiB, 1)
    expect(await refusal(writeRun(rbd, 'images/a', 8 * MiB, 4096, 1))).toBe('EDQUOT')
    expect(await refusal(rbd.createImage(image('images/b'), { sizeBytes: GiB }))).toBe('EDQUOT')
    const { health } = await rbd.status.report()
    expect(health.find(({ code }) => code === 'POOL_FULL')).toMatchObject({
      severity: 'HEALTH_WARN',
      detail: ["pool 'images' is full (running out of quota)"],
    })
    await rbd.removeImage(image('images/a'))
    await rbd.createImage(image('images/b'), { sizeBytes: GiB })
    await cluster.stop()
  })

  test('lets a burst past its quota, then makes writers wait until the quota is lifted', async () => {
    const { cluster, clock, rbd } = await rig('wait')
    await rbd.createImage(image('images/a'), { sizeBytes: GiB })
    await rbd.pools.setQuota('images', { maxBytes: 8 * MiB })
    await writeRun(rbd, 'images/a', 0, 12 * MiB, 1)
    await clock.runUntil(clock.sleep(6000))
    const waiting = Promise.all([
      writeRun(rbd, 'images/a', 16 * MiB, 2 * MiB, 2),
      rbd.createImage(image('images/b'), { sizeBytes: MiB }),
      rbd.createSnapshot(snapshot('images/a@s')),
      rbd.discard(image('images/a'), { offset: 0, lengthBytes: 4 * MiB }),
    ])
    let settled = false
    void waiting.then(() => {
      settled = true
    })
    await clock.runUntil(clock.sleep(60_000))
    expect(settled).toBe(false)
    expect((await readBytes(rbd, image('images/a'), { offset: 16 * MiB, lengthBytes: 1 }))[0]).toBe(0)
    expect(await rbd.listImages('images')).toEqual(['a'])
    await rbd.pools.setQuota('images', { maxBytes: 0 })
    await clock.runUntil(waiting)
    expect((await readBytes(rbd, image('images/a'), { offset: 18 * MiB - 1, lengthBytes: 1 }))[0]).toBe(2)
    expect(await rbd.listImages('images')).toEqual(['a', 'b'])
    cluster.audit()
    await cluster.stop()
  })

  test('lets nobody wait who gives up, and removes nothing', async () => {
    const { cluster, clock, rbd } = await rig('wait')
    await rbd.createImage(image('images/a'), { sizeBytes: GiB })
    await rbd.pools.setQuota('images', { maxObjects: 1 })
    await clock.runUntil(clock.sleep(6000))
    const controller = new AbortController()
    const create = rbd.createImage(image('images/b'), { sizeBytes: MiB, signal: controller.signal })
    const ended = create.catch((thrown: unknown) => asDomainError(thrown).code)
    await clock.runUntil(clock.sleep(3000))
    controller.abort()
    expect(await ended).toBe('cancelled')
    expect(await refusal(rbd.removeImage(image('images/a')))).toBe('ENOENT')
    expect(await rbd.listImages('images')).toEqual(['a'])
    await cluster.stop()
  })
})

describe('a full cluster', () => {
  test('never stores more than its full ratio, and goes on where it was when there is room (INV11)', async () => {
    const { cluster, clock, rbd } = await rig('wait', 64 * MiB)
    await rbd.createImage(image('images/a'), { sizeBytes: GiB })
    await rbd.createImage(image('volumes/b'), { sizeBytes: GiB })
    await writeRun(rbd, 'images/a', 0, 40 * MiB, 1)
    const write = writeRun(rbd, 'volumes/b', 0, 32 * MiB, 2)
    let settled = false
    void write.then(() => {
      settled = true
    })
    await clock.runUntil(clock.sleep(10_000))
    expect(settled).toBe(false)
    const { usedBytes, totalBytes } = await rbd.df()
    expect(usedBytes).toBeLessThanOrEqual(totalBytes * 0.95)
    await rbd.discard(image('images/a'), { offset: 0, lengthBytes: 32 * MiB })
    await clock.runUntil(write)
    const bytes = await readBytes(rbd, image('volumes/b'), { offset: 0, lengthBytes: 32 * MiB })
    expect(bytes.every((byte) => byte === 2)).toBe(true)
    cluster.audit()
    await cluster.stop()
  })

  test('is told by ratios that can be set (O70)', async () => {
    const { cluster, rbd } = await rig('fail')
    const codes = async () => (await rbd.status.report()).health.map(({ code }) => code)
    const before = (await rbd.df()).pools[0]!.maxAvailBytes
    await rbd.status.setRatio('nearfull', 0.001)
    expect(await codes()).toContain('OSD_NEARFULL')
    await rbd.status.setRatio('full', 0.5)
    expect((await rbd.df()).pools[0]!.maxAvailBytes).toBe(before - Math.round(0.45 * 40 * GiB))
    await rbd.status.setRatio('full', 0.002)
    expect(await codes()).toContain('OSD_FULL')
    expect(await refusal(rbd.createImage(image('images/a'), { sizeBytes: 1 }))).toBe('ENOSPC')
    expect(await refusal(rbd.status.setRatio('full', 1.5))).toBe('EINVAL')
    await cluster.stop()
  })
})
