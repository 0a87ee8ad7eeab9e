import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { PoolReport } from '#ceph-sim/port/status.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { GiB, MiB } from '../support/memory-cluster.ts'
import { image, readRuns, snapshot, writeRun } from '../support/rbd-bytes.ts'

/** What every adapter of these ports must do. */
export function poolsAndOsdsConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`pools, status and osds: ${name}`, () => {
    let port: ClusterBehindDoor
    let client: ClusterClient
    beforeEach(async () => {
      port = await setup()
      client = port.connectAs('client.admin')
    })
    afterEach(async () => {
      port.cluster.audit()
      await port.stop()
    })

    async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
      const thrown: unknown = await call.then(
        () => undefined,
        (error: unknown) => error,
      )
      const { code, details } = asDomainError(thrown)
      return { code, errno: details.errno }
    }
    const pool = async (wanted: string): Promise<PoolReport> => {
      const found = (await client.status.report()).pools.find((each) => each.name === wanted)
      if (!found) throw new Error(`there is no pool ${wanted}`)
      return found
    }
    const states = async () => (await client.status.report()).groups.states.map(({ state }) => state)
    const removable = () => client.config.set('mon', { name: 'mon_allow_pool_delete', value: 'true' })

    describe('pools', () => {
      test('are made with their placement groups (C08, C09), bare until they are made ready for RBD', async () => {
        await client.pools.create('c08', { pgNum: 128 })
        expect(await pool('c08')).toMatchObject({
          pgNum: 128,
          pgpNum: 128,
          replicas: 3,
          minSize: 2,
          flags: ['hashpspool'],
          applications: [],
          objects: 0,
        })
        await client.pools.init('c08')
        expect(await pool('c08')).toMatchObject({
          flags: ['hashpspool', 'selfmanaged_snaps'],
          applications: [{ name: 'rbd', pairs: [] }],
          objects: 1,
          storedBytes: 19,
          usedBytes: 3 * 4096,
        })
        expect(await refusal(client.pools.create('c08'))).toEqual({ code: 'already_exists', errno: 'EEXIST' })
        expect(await refusal(client.pools.create('large', { pgNum: 4096 }))).toEqual({
          code: 'out_of_range',
          errno: 'ERANGE',
        })
        expect(await refusal(client.pools.create('coded', { type: 'erasure' }))).toMatchObject({ code: 'unsupported' })
      })

      test('go only when the caller is sure and the monitors allow it, with all their images', async () => {
        await client.createImage(image('vms/a'), { sizeBytes: GiB })
        await writeRun(client, 'vms/a', 0, MiB, 1)
        await client.createSnapshot(snapshot('vms/a@s'))
        const denied = { code: 'forbidden', errno: 'EPERM' }
        expect(await refusal(client.pools.remove('vms'))).toEqual(denied)
        expect(await refusal(client.pools.remove('vms', { again: 'vms', sure: true }))).toEqual(denied)
        await removable()
        expect(await refusal(client.pools.remove('vms', { again: 'images', sure: true }))).toEqual(denied)
        await client.pools.remove('vms', { again: 'vms', sure: true })
        expect((await client.listPools()).map((each) => each.name)).not.toContain('vms')
        expect(await refusal(client.info(image('vms/a')))).toEqual({ code: 'not_found', errno: 'ENOENT' })
      })

      test('stay while an image of another pool stands on them, and give no id twice', async () => {
        await removable()
        await client.createImage(image('images/a'), { sizeBytes: MiB })
        await client.createSnapshot(snapshot('images/a@s'))
        await client.protectSnapshot(snapshot('images/a@s'))
        await client.clone(snapshot('images/a@s'), image('vms/b'))
        const remove = () => client.pools.remove('images', { again: 'images', sure: true })
        expect(await refusal(remove())).toEqual({ code: 'conflict', errno: 'EBUSY' })
        await client.flatten(image('vms/b'))
        await remove()
        await client.pools.create('first')
        const { id } = await pool('first')
        await client.pools.remove('first', { again: 'first', sure: true })
        await client.pools.create('second')
        expect((await pool('second')).id).toBe(id + 1)
      })

      test('have names that can change, and keep their images', async () => {
        await client.createImage(image('vms/a'), { sizeBytes: MiB })
        await client.pools.rename('vms', 'machines')
        expect(await client.listImages('machines')).toEqual(['a'])
        expect(await refusal(client.pools.rename('machines', 'images'))).toMatchObject({ code: 'already_exists' })
        expect((await client.listPools()).map((each) => each.name)).toEqual([
          'images',
          'volumes',
          'machines',
          'backups',
        ])
      })

      test('have settings', async () => {
        await client.pools.set('vms', 'size', '2')
        expect(await pool('vms')).toMatchObject({ replicas: 2, minSize: 1 })
        await client.pools.set('vms', 'min_size', '2')
        await client.pools.set('vms', 'nodelete', 'true')
        await client.pools.set('vms', 'compression_mode', 'force')
        expect(await pool('vms')).toMatchObject({ minSize: 2, flags: ['hashpspool', 'nodelete', 'selfmanaged_snaps'] })
        expect((await pool('vms')).options).toContainEqual({ key: 'compression_mode', value: 'force' })
        const invalid = { code: 'invalid_argument', errno: 'EINVAL' }
        for (const [variable, value] of [
          ['size', '11'],
          ['size', 'many'],
          ['min_size', '3'],
          ['nodelete', 'perhaps'],
          ['bogus', '1'],
        ] as const) {
          expect(await refusal(client.pools.set('vms', variable, value))).toEqual(invalid)
        }
        await removable()
        expect(await refusal(client.pools.remove('vms', { again: 'vms', sure: true }))).toMatchObject({
          errno: 'EPERM',
        })
      })

      test('say what they are for', async () => {
        const denied = { code: 'forbidden', errno: 'EPERM' }
        expect(await refusal(client.pools.enableApplication('vms', 'cephfs'))).toEqual(denied)
        await client.pools.setApplication('vms', 'rbd', { key: 'owner', value: 'nova' })
        expect((await pool('vms')).applications).toEqual([{ name: 'rbd', pairs: [{ key: 'owner', value: 'nova' }] }])
        await client.pools.setApplication('vms', 'rbd', { key: 'owner' })
        expect(await refusal(client.pools.disableApplication('vms', 'rbd'))).toEqual(denied)
        await client.pools.disableApplication('vms', 'rbd', { sure: true })
        expect((await client.status.report()).health).toMatchObject([
          { code: 'POOL_APP_NOT_ENABLED', detail: ["application not enabled on pool 'vms'", expect.any(String)] },
        ])
        expect(await refusal(client.pools.setApplication('vms', 'rbd', { key: 'k' }))).toMatchObject({
          errno: 'ENOENT',
        })
      })

      test('count what is in them', async () => {
        await client.createImage(image('vms/a'), { sizeBytes: 2 * MiB })
        await client.createSnapshot(snapshot('vms/a@s'))
        await client.resize(image('vms/a'), { sizeBytes: MiB, allowShrink: true })
        await client.createImage(image('vms/b'), { sizeBytes: MiB })
        await client.trash.move(image('vms/b'))
        expect(await client.pools.stats('vms')).toEqual({
          images: 1,
          snapshots: 1,
          provisionedBytes: 2 * MiB,
          trashedImages: 1,
          trashedSnapshots: 0,
          trashedProvisionedBytes: MiB,
        })
      })

      test('tell which of their objects only snapshots have', async () => {
        await client.createImage(image('volumes/c'), { sizeBytes: 12 * MiB })
        await writeRun(client, 'volumes/c', 0, 8 * MiB, 1)
        await client.createSnapshot(snapshot('volumes/c@s'))
        const before = await pool('volumes')
        expect(before).toMatchObject({ clones: 0, degradedCopies: 0, lostObjects: 0 })
        await writeRun(client, 'volumes/c', 0, 4096, 2)
        await writeRun(client, 'volumes/c', 8 * MiB, 4096, 2)
        await client.discard(image('volumes/c'), { offset: 4 * MiB, lengthBytes: 4 * MiB })
        expect((await pool('volumes')).clones).toBe(2)
        expect((await pool('volumes')).objects).toBe(before.objects + 2)
        await client.rollback(snapshot('volumes/c@s'))
        expect((await pool('volumes')).clones).toBe(2)
        await client.removeSnapshot(snapshot('volumes/c@s'))
        expect((await pool('volumes')).clones).toBe(0)
      })

      test('use more as images are written, not as they are made (C42), and no more than a quota', async () => {
        await client.createImage(image('volumes/a'), { sizeBytes: 100 * GiB })
        const before = await pool('volumes')
        await writeRun(client, 'volumes/a', 0, 8 * MiB, 1)
        await writeRun(client, 'volumes/a', 12 * MiB, 100, 1)
        const after = await pool('volumes')
        expect(after.storedBytes - before.storedBytes).toBe(8 * MiB + 100)
        expect(after.usedBytes - before.usedBytes).toBe(3 * (8 * MiB + 4096))
        expect(after.objects - before.objects).toBe(3)
        expect(after.io).toMatchObject({ writtenBytes: 8 * MiB + 100 })
        await client.pools.setQuota('volumes', { maxBytes: 9 * MiB })
        expect(await refusal(writeRun(client, 'volumes/a', 20 * MiB, MiB, 1))).toEqual({
          code: 'quota_exceeded',
          errno: 'EDQUOT',
        })
        await client.pools.setQuota('volumes', { maxBytes: 0, maxObjects: 5 })
        expect(await pool('volumes')).toMatchObject({ quotaMaxBytes: 0, quotaMaxObjects: 5 })
        expect((await pool('volumes')).flags).toEqual(expect.arrayContaining(['full', 'full_quota']))
      })
    })

    describe('status', () => {
      test('has epochs that rise, flags and ratios', async () => {
        const { osdMap, groups, health } = await client.status.report()
        expect(health).toEqual([])
        expect(groups.states).toEqual([{ state: 'active+clean', count: groups.total }])
        await client.status.setFlag('noout')
        await client.status.setRatio('nearfull', 0.5)
        const after = await client.status.report()
        expect(after.osdMap).toMatchObject({ flags: ['noout'], nearFullRatio: 0.5, epoch: osdMap.epoch + 2 })
        expect(after.health).toMatchObject([{ code: 'OSDMAP_FLAGS', summary: 'noout flag(s) set' }])
        await client.status.unsetFlag('noout')
        expect((await client.status.report()).osdMap.flags).toEqual([])
        expect(await refusal(client.status.setFlag('nonsense'))).toEqual({
          code: 'invalid_argument',
          errno: 'EINVAL',
        })
      })

      test('tells each osd’s part of the data and of the placement groups', async () => {
        await client.createImage(image('volumes/a'), { sizeBytes: GiB })
        await writeRun(client, 'volumes/a', 0, 64 * MiB, 1)
        const { osds, pools, usedBytes } = await client.status.report()
        const sum = (pick: (osd: (typeof osds)[number]) => number) => osds.reduce((total, osd) => total + pick(osd), 0)
        expect(sum(({ groups }) => groups)).toBe(pools.reduce((total, each) => total + each.pgNum * each.replicas, 0))
        expect(sum(({ dataBytes, metaBytes }) => dataBytes + metaBytes)).toBe(usedBytes)
      })
    })

    describe('osds', () => {
      beforeEach(async () => {
        await client.createImage(image('volumes/a'), { sizeBytes: GiB })
        await writeRun(client, 'volumes/a', 0, 64 * MiB, 7)
      })

      test('come back by themselves when they are only said to be down', async () => {
        await client.osds.markDown(1)
        expect((await client.status.report()).health.map(({ code }) => code)).toEqual(['OSD_DOWN', 'PG_DEGRADED'])
        await port.clock.runUntil(port.clock.sleep(3000))
        expect((await client.status.report()).health).toEqual([])
        await client.status.setFlag('noup')
        await client.osds.markDown(1)
        await port.clock.runUntil(port.clock.sleep(3000))
        expect((await client.status.report()).osds[1]).toMatchObject({ up: false, reweight: 1 })
      })

      test('leave degraded groups behind when they stop, and are made up for when they are taken out', async () => {
        await client.osds.stop(2)
        const { groups } = await client.status.report()
        expect(groups.degradedCopies).toBeGreaterThan(0)
        const ofPools = (await client.status.report()).pools.map(({ degradedCopies }) => degradedCopies)
        expect(ofPools.reduce((sum, copies) => sum + copies, 0)).toBe(groups.degradedCopies)
        expect(await readRuns(client, 'volumes/a', { offset: 0, lengthBytes: 64 * MiB })).toEqual([
          `0 ${64 * MiB} 0x07`,
        ])
        expect(await client.osds.recovery()).toMatchObject({ bytes: 0, objects: 0 })
        await client.osds.markOut(2)
        expect(await states()).toEqual(['active+clean'])
        const { bytes, objects, lastStartedMs, lastEndsMs } = await client.osds.recovery()
        expect(objects).toBeGreaterThanOrEqual(groups.degradedCopies)
        expect(bytes).toBeGreaterThan(0)
        expect(lastEndsMs - lastStartedMs).toBeGreaterThan(0)
        expect((await client.status.report()).recoveryBytesPerSecond).toBeGreaterThan(0)
        await port.clock.runUntil(port.clock.sleep(lastEndsMs - lastStartedMs))
        expect((await client.status.report()).recoveryBytesPerSecond).toBe(0)
      })

      test('serve nobody where fewer are left than a pool asks for', async () => {
        await client.osds.stop(0)
        await client.osds.stop(1)
        await client.osds.stop(2)
        const { health } = await client.status.report()
        expect(health.map(({ code }) => code)).toEqual(['OSD_DOWN', 'PG_AVAILABILITY', 'PG_DEGRADED'])
        expect(await refusal(writeRun(client, 'volumes/a', 0, 64 * MiB, 1))).toEqual({
          code: 'unavailable',
          errno: 'ETIMEDOUT',
        })
        for (const osd of [0, 1, 2]) await client.osds.start(osd)
        await writeRun(client, 'volumes/a', 0, 64 * MiB, 1)
      })

      test('lose nothing while one replica is left, and tell what is lost when none is (C45)', async () => {
        await client.osds.fail(0)
        await client.osds.fail(1)
        expect(await client.osds.damage()).toEqual([])
        await client.osds.replace(0)
        await client.osds.replace(1)
        expect(await states()).toEqual(['active+clean'])
        expect(await refusal(client.osds.start(9))).toEqual({ code: 'not_found', errno: 'ENOENT' })
        for (const osd of [0, 1, 2, 3]) await client.osds.fail(osd)
        const [damage] = (await client.osds.damage()).filter((each) => each.image === 'a')
        expect(damage).toMatchObject({
          pool: 'volumes',
          namespace: '',
          objects: 16,
          bytes: 64 * MiB,
          ranges: [{ offset: 0, lengthBytes: 64 * MiB }],
          inherited: false,
        })
        expect(damage?.metadata).toHaveLength(3)
        expect((await pool('volumes')).lostObjects).toBe(16 + 3)
        expect(await refusal(readRuns(client, 'volumes/a'))).toEqual({ code: 'corrupt', errno: 'EIO' })
        expect(await refusal(client.osds.start(0))).toEqual({ code: 'conflict', errno: 'EBUSY' })
        expect(await refusal(client.osds.declareLost(0))).toEqual({ code: 'forbidden', errno: 'EPERM' })
        await client.osds.declareLost(0, { sure: true })
        for (const osd of [0, 1, 2, 3]) await client.osds.replace(osd)
        expect(await states()).toEqual(['active+clean'])
        await client.removeImage(image('volumes/a'))
        expect((await client.osds.damage()).filter((each) => each.image === 'a')).toEqual([])
      })

      test('say where an object is', async () => {
        const { id } = await pool('volumes')
        const found = await client.osds.locate('volumes', 'rbd_directory')
        expect(found).toMatchObject({ poolId: id, hash: 0x30a98c1c, group: `${id}.${(0x1c).toString(16)}` })
        expect(new Set(found.acting).size).toBe(3)
        expect(found.up).toEqual(found.acting)
      })
    })
  })
}
