import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { image, readRuns, snapshot, usedBytes, writeRun } from '../support/rbd-bytes.ts'
import { refusal } from './image-roles-port.ts'

const MiB = 2 ** 20
const group = { pool: 'volumes', group: 'g' }

/** What every adapter must do about groups of images, migration and mirroring. */
export function imageGroupsConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`Groups, migration and mirroring: ${name}`, () => {
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

    const create = (target: string) => client.createImage(image(target), { sizeBytes: 16 * MiB })
    const firstByte = async (target: string) => (await readRuns(client, target, { lengthBytes: 1 }))[0]!.slice(-4)

    describe('groups', () => {
      beforeEach(async () => {
        await create('volumes/a')
        await create('vms/b')
        await client.groups.create(group)
        await client.groups.addImage(group, image('volumes/a'))
        await client.groups.addImage(group, image('vms/b'))
      })

      test('have members of any pool, each of one group', async () => {
        expect(await client.groups.listImages(group)).toEqual([image('vms/b'), image('volumes/a')])
        expect((await client.info(image('vms/b'))).opFeatures).toEqual(['group'])
        expect(await refusal(client.groups.addImage(group, image('vms/b')))).toMatchObject({ reason: 'in_group' })
        expect(await refusal(client.removeImage(image('vms/b')))).toMatchObject({ errno: 'EMLINK', reason: 'in_group' })
        await client.groups.removeImage(group, image('vms/b'))
        expect(await refusal(client.groups.removeImage(group, image('vms/b')))).toMatchObject({ reason: 'no_member' })
        await client.removeImage(image('vms/b'))
        expect(await client.groups.listImages(group)).toEqual([image('volumes/a')])
      })

      test('are made, renamed and removed by name', async () => {
        expect(await refusal(client.groups.create(group))).toMatchObject({ reason: 'group_exists' })
        expect(await refusal(client.groups.create({ ...group, group: 'a/b' }))).toMatchObject({ errno: 'EINVAL' })
        await client.groups.rename(group, 'h')
        expect(await client.groups.list('volumes')).toEqual(['h'])
        expect(await refusal(client.groups.remove(group))).toMatchObject({ reason: 'group_missing' })
        await client.groups.remove({ ...group, group: 'h' })
        expect(await client.groups.list('volumes')).toEqual([])
        expect((await client.info(image('vms/b'))).opFeatures).toEqual([])
      })

      test('are snapshotted and rolled back together', async () => {
        await writeRun(client, 'volumes/a', 0, MiB, 1)
        await writeRun(client, 'vms/b', 0, MiB, 2)
        await client.groups.createSnapshot(group, 'one')
        expect(await refusal(client.groups.createSnapshot(group, 'one'))).toMatchObject({ reason: 'snapshot_exists' })
        const [part] = await client.listSnapshots(image('vms/b'), { all: true })
        expect(part!.name).toMatch(/^\.group\.\d+_[0-9a-f]+_[0-9a-f]+$/)
        expect(part!.namespace).toEqual({ kind: 'group', pool: 'volumes', group: 'g', groupSnapshot: 'one' })
        expect(await client.listSnapshots(image('vms/b'))).toEqual([])
        expect(await refusal(client.removeImage(image('vms/b')))).toMatchObject({ errno: 'ENOTEMPTY' })
        await writeRun(client, 'volumes/a', 0, MiB, 3)
        await writeRun(client, 'vms/b', 0, MiB, 4)
        // Only users' snapshots have rows in `du`; what others hold is part of the next row.
        expect(await usedBytes(client, 'vms/b')).toEqual({ '': 4 * MiB })
        await client.groups.rollback(group, 'one')
        expect([await firstByte('volumes/a'), await firstByte('vms/b')]).toEqual(['0x01', '0x02'])
        await client.groups.renameSnapshot(group, 'one', 'two')
        expect(await client.groups.listSnapshots(group)).toEqual(['two'])
        expect(await refusal(client.groups.rollback(group, 'one'))).toMatchObject({ reason: 'snapshot_missing' })
        await client.groups.removeSnapshot(group, 'two')
        expect(await client.listSnapshots(image('vms/b'), { all: true })).toEqual([])
        expect([await firstByte('volumes/a'), await firstByte('vms/b')]).toEqual(['0x01', '0x02'])
      })

      test('take their snapshots with them', async () => {
        await client.groups.createSnapshot(group, 'one')
        await client.groups.remove(group)
        await client.removeImage(image('volumes/a'))
        await client.removeImage(image('vms/b'))
      })
    })

    describe('migration', () => {
      beforeEach(async () => {
        await create('volumes/m')
        await writeRun(client, 'volumes/m', 0, 8 * MiB, 0x11)
        await client.createSnapshot(snapshot('volumes/m@s'))
        await client.clone(snapshot('volumes/m@s'), image('images/child'), { cloneFormat: 2 })
        await writeRun(client, 'volumes/m', 0, MiB, 0x22)
      })
      const [source, destination] = [image('volumes/m'), image('vms/n')]
      const stored = async () => {
        const pools = (await client.df()).pools
        return Object.fromEntries(pools.map((pool) => [pool.name, pool.storedBytes]))
      }

      test('moves an image with its snapshots and its clones to another pool', async () => {
        const before = await stored()
        await client.migration.prepare(source, destination)
        expect(await client.listImages('volumes')).toEqual([])
        expect(await client.trash.list('volumes')).toEqual([])
        const [hidden] = await client.trash.list('volumes', { all: true })
        expect((await client.info(destination)).migration).toEqual({
          source: { ...source, id: hidden!.id },
          destination: { ...destination, id: (await client.info(destination)).id },
          state: 'prepared',
        })
        expect((await client.info(image('images/child'))).parent).toMatchObject(destination)
        expect(await firstByte('vms/n')).toBe('0x22')
        await writeRun(client, 'vms/n', 0, MiB, 0x33)
        expect(await refusal(client.migration.commit(destination))).toMatchObject({ errno: 'EINVAL' })
        await client.migration.execute(destination)
        expect(await refusal(client.migration.execute(destination))).toMatchObject({ errno: 'EINVAL' })
        await client.migration.commit(destination)
        const after = await stored()
        expect(after.volumes! < before.volumes!).toBe(true)
        expect(after.vms).toBe(before.volumes)
        expect(await client.trash.list('volumes', { all: true })).toEqual([])
        expect([await firstByte('vms/n'), await firstByte('vms/n@s')]).toEqual(['0x33', '0x11'])
        expect(await firstByte('images/child')).toBe('0x11')
        expect((await client.info(destination)).migration).toBeUndefined()
        await client.removeSnapshot(snapshot('vms/n@s'))
        await client.removeImage(image('images/child'))
        await client.removeImage(destination)
        expect((await stored()).vms).toBe(0)
      })

      test('that is given up brings the source back as it was', async () => {
        await client.migration.prepare(source, destination)
        await writeRun(client, 'vms/n', 0, MiB, 0x33)
        await client.migration.execute(destination)
        await client.migration.abort(destination)
        expect(await client.listImages('vms')).toEqual([])
        expect([await firstByte('volumes/m'), await firstByte('volumes/m@s')]).toEqual(['0x22', '0x11'])
        expect((await client.info(image('images/child'))).parent).toMatchObject(source)
        expect((await client.info(source)).migration).toBeUndefined()
        expect((await stored()).vms).toBe(0)
      })

      test('works within a pool, also under the same name', async () => {
        await client.migration.prepare(source, source)
        expect(await firstByte('volumes/m')).toBe('0x22')
        await client.migration.execute(source)
        await client.migration.commit(source)
        expect([await firstByte('volumes/m'), await firstByte('volumes/m@s')]).toEqual(['0x22', '0x11'])
      })

      test('is refused for an image that is open, in a group, or part of one', async () => {
        await client.attach(source, { owner: 'guest' })
        expect(await refusal(client.migration.prepare(source, destination))).toMatchObject({ reason: 'has_watchers' })
        await client.detach(source, { owner: 'guest' })
        await client.migration.prepare(source, destination)
        expect(await refusal(client.migration.prepare(destination, source))).toMatchObject({ reason: 'migrating' })
        expect(await refusal(client.removeImage(destination))).toMatchObject({ errno: 'ENOTEMPTY' })
        expect(await refusal(client.removeSnapshot(snapshot('vms/n@s')))).toMatchObject({ reason: 'migrating' })
        const [hidden] = await client.trash.list('volumes', { all: true })
        const restore = client.trash.restore({ pool: 'volumes', id: hidden!.id })
        expect(await refusal(restore)).toMatchObject({ errno: 'EINVAL' })
        expect(await refusal(client.migration.execute(image('images/child')))).toMatchObject({ errno: 'EINVAL' })
      })
    })

    describe('mirroring', () => {
      test('is switched on for a pool, then for its images, which it snapshots', async () => {
        await create('volumes/a')
        const { fsid } = port.cluster
        expect(await client.mirroring.pool('volumes')).toEqual({ mode: 'disabled', siteName: fsid, images: 0 })
        const enable = () => client.mirroring.enableImage(image('volumes/a'))
        expect(await refusal(enable())).toMatchObject({ errno: 'EINVAL', reason: 'mirroring_disabled' })
        await client.mirroring.enablePool('volumes', 'image')
        await enable()
        await enable()
        expect(await client.mirroring.pool('volumes')).toEqual({ mode: 'image', siteName: fsid, images: 1 })
        expect((await client.info(image('volumes/a'))).mirroring).toMatchObject({ mode: 'snapshot', primary: true })
        expect((await client.listSnapshots(image('volumes/a'), { all: true })).length).toBe(1)
        await client.mirroring.disableImage(image('volumes/a'))
        expect((await client.info(image('volumes/a'))).mirroring).toBeUndefined()
        expect(await client.listSnapshots(image('volumes/a'), { all: true })).toEqual([])
        await enable()
        await client.mirroring.disablePool('volumes')
        expect(await client.listSnapshots(image('volumes/a'), { all: true })).toEqual([])
        await client.mirroring.enablePool('volumes', 'image')
        await enable()
        await client.removeImage(image('volumes/a'))
      })
    })
  })
}
