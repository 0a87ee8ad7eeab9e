import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { RbdImageSpec } from '#ceph-sim/rbd.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { image, readRuns, snapshot, writeRun } from '../support/rbd-bytes.ts'

const MiB = 2 ** 20

/** The code, errno and reason of a refusal. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DomainError)) throw new Error(`expected a domain error, got ${String(error)}`)
  const { errno, reason } = error.details
  return { code: error.code, errno, ...(reason !== undefined && { reason }) }
}

/** What every adapter must do about clones of format 2, the trash and the manager's tasks. */
export function imageRolesConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`Clones, trash and tasks: ${name}`, () => {
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
    /** An image with 8 MiB of 0x11 and a snapshot `s`, and clones of format 2 of it. */
    async function parentOf(...clones: string[]): Promise<void> {
      await create('images/p')
      await writeRun(client, 'images/p', 0, 8 * MiB, 0x11)
      await client.createSnapshot(snapshot('images/p@s'))
      for (const clone of clones) await client.clone(snapshot('images/p@s'), image(clone), { cloneFormat: 2 })
    }
    const snapshots = async (target: RbdImageSpec) =>
      (await client.listSnapshots(target, { all: true })).map(({ name, namespace }) => [
        name,
        namespace?.kind ?? 'user',
      ])
    const idOf = async (target: string) => (await client.info(image(target))).id
    const inTrash = async (pool = 'images') => (await client.trash.list(pool)).map(({ id }) => id)

    describe('clones of format 2', () => {
      test('need no protection, and say what they are (O68)', async () => {
        await parentOf('volumes/c')
        expect((await client.info(image('volumes/c'))).opFeatures).toEqual(['clone-child'])
        expect((await client.info(image('images/p'))).opFeatures).toEqual(['clone-parent'])
        expect((await client.info(image('images/p'))).features.at(-1)).toBe('operations')
        expect(await client.clones.children(snapshot('images/p@s'))).toEqual([
          { pool: 'volumes', image: 'c', id: await idOf('volumes/c'), inTrash: false },
        ])
      })

      test('keep a removed snapshot under a UUID until the last of them goes', async () => {
        await parentOf('volumes/c', 'volumes/d')
        await client.removeSnapshot(snapshot('images/p@s'))
        expect(await client.listSnapshots(image('images/p'))).toEqual([])
        const [kept] = await client.listSnapshots(image('images/p'), { all: true })
        expect(kept).toMatchObject({ namespace: { kind: 'trash', originalName: 's' } })
        expect(kept!.name).toMatch(/^[0-9a-f]{8}-/)
        expect((await client.info(image('volumes/c'))).parent?.snapshot).toBe(kept!.name)
        expect(await refusal(client.info(snapshot(`images/p@${kept!.name}`)))).toMatchObject({ errno: 'ENOENT' })
        expect(await refusal(client.removeImage(image('images/p')))).toMatchObject({ reason: 'has_linked_clones' })
        await client.flatten(image('volumes/c'))
        expect(await snapshots(image('images/p'))).toEqual([[kept!.name, 'trash']])
        await client.removeImage(image('volumes/d'))
        expect(await snapshots(image('images/p'))).toEqual([])
        expect(await readRuns(client, 'volumes/c', { lengthBytes: 9 * MiB })).toEqual([
          `0 ${8 * MiB} 0x11`,
          `${8 * MiB} ${MiB} 0x00`,
        ])
        await client.removeImage(image('images/p'))
      })

      test('of clones set free a whole chain, from the bottom up', async () => {
        await parentOf('volumes/c')
        await client.createSnapshot(snapshot('volumes/c@t'))
        await client.clone(snapshot('volumes/c@t'), image('vms/d'), { cloneFormat: 2 })
        await client.removeSnapshot(snapshot('volumes/c@t'))
        await client.removeSnapshot(snapshot('images/p@s'))
        await client.trash.move(image('volumes/c'))
        const [middle] = await inTrash('volumes')
        await client.flatten(image('vms/d'))
        expect(await snapshots({ pool: 'volumes', image: '', id: middle! })).toEqual([])
        expect((await snapshots(image('images/p'))).length).toBe(1)
        await client.trash.remove({ pool: 'volumes', id: middle! })
        expect(await snapshots(image('images/p'))).toEqual([])
      })

      test('let a protected parent be unprotected, but not removed while it is protected', async () => {
        await parentOf('volumes/c')
        await client.protectSnapshot(snapshot('images/p@s'))
        expect(await refusal(client.removeSnapshot(snapshot('images/p@s')))).toMatchObject({ reason: 'protected' })
        await client.unprotectSnapshot(snapshot('images/p@s'))
        await client.protectSnapshot(snapshot('images/p@s'))
        await client.clone(snapshot('images/p@s'), image('volumes/v1'), { cloneFormat: 1 })
        expect(await refusal(client.unprotectSnapshot(snapshot('images/p@s')))).toMatchObject({ errno: 'EBUSY' })
      })

      test('are made by choice, by configuration, and where clients must be mimic at least', async () => {
        await parentOf()
        const clone = (format?: 'auto') =>
          client.clone(snapshot('images/p@s'), image('volumes/c'), format ? { cloneFormat: format } : {})
        expect(await client.clones.minCompatClient()).toBe('luminous')
        expect(await refusal(clone())).toMatchObject({ errno: 'EINVAL', reason: 'not_protected' })
        await client.config.set('client', { name: 'rbd_default_clone_format', value: '2' })
        expect(await refusal(clone('auto'))).toMatchObject({ reason: 'not_protected' })
        await clone()
        await client.removeImage(image('volumes/c'))
        await client.config.remove('client', 'rbd_default_clone_format')
        expect(await refusal(client.clones.setMinCompatClient('mango'))).toMatchObject({ errno: 'EINVAL' })
        await client.clones.setMinCompatClient('mimic')
        await clone()
        expect((await client.info(image('volumes/c'))).opFeatures).toEqual(['clone-child'])
      })

      test('of an image without layering are refused, and so is its protection', async () => {
        await client.createImage(image('images/n'), { sizeBytes: MiB, features: ['exclusive-lock'] })
        await client.createSnapshot(snapshot('images/n@s'))
        expect(await refusal(client.protectSnapshot(snapshot('images/n@s')))).toMatchObject({ errno: 'ENOSYS' })
        const call = client.clone(snapshot('images/n@s'), image('volumes/c'), { cloneFormat: 2 })
        expect(await refusal(call)).toMatchObject({ errno: 'ENOSYS' })
      })

      test('in the trash are children still, listed for those who ask for all', async () => {
        await parentOf('volumes/c', 'volumes/d')
        const [{ id } = { id: 0 }] = await client.listSnapshots(image('images/p'))
        await client.trash.move(image('volumes/c'))
        const children = await client.clones.children(image('images/p'), { snapshotId: id })
        expect(children.map(({ image: child, inTrash: gone }) => [child, gone])).toEqual([
          ['c', true],
          ['d', false],
        ])
        expect(await client.children(snapshot('images/p@s'))).toEqual([image('volumes/d')])
        const unknown = client.clones.children(image('images/p'), { snapshotId: id + 1 })
        expect(await refusal(unknown)).toMatchObject({ reason: 'snapshot_missing' })
      })
    })

    describe('the trash', () => {
      test('takes a name away and gives it back, with all that the image is', async () => {
        await parentOf('volumes/c')
        const id = await idOf('images/p')
        const stored = async () => (await client.df()).pools.map(({ storedBytes }) => storedBytes)
        const before = await stored()
        await client.trash.move(image('images/p'))
        expect(await client.listImages('images')).toEqual([])
        expect(await stored()).toEqual(before)
        expect(await refusal(client.info(image('images/p')))).toMatchObject({ reason: 'image_missing' })
        expect((await client.info({ ...image('images/anything'), id })).name).toBe('p')
        expect((await client.info(image('volumes/c'))).parent).toMatchObject({ image: 'p', trashId: id })
        expect(await readRuns(client, 'volumes/c', { lengthBytes: MiB })).toEqual([`0 ${MiB} 0x11`])
        await create('images/p')
        expect(await refusal(client.trash.restore({ pool: 'images', id }))).toMatchObject({ errno: 'EEXIST' })
        await client.trash.restore({ pool: 'images', id }, { name: 'q' })
        expect((await client.info(image('volumes/c'))).parent).toEqual({
          ...{ pool: 'images', image: 'q', snapshot: 's', overlapBytes: 16 * MiB },
        })
      })

      test('keeps images of one name apart, and clones with their parents', async () => {
        await parentOf('images/c')
        await client.trash.move(image('images/c'))
        await create('images/c')
        await client.trash.move(image('images/c'))
        const found = await client.trash.list('images')
        expect(found.map(({ name }) => name)).toEqual(['c', 'c'])
        expect(found.filter(({ parent }) => parent?.image === 'p').length).toBe(1)
        await client.trash.purge('images')
        expect(await inTrash()).toEqual([])
      })

      test('lets nothing go before its time but by force', async () => {
        await create('images/a')
        expect(await refusal(client.trash.move(image('images/a'), { deferForMs: -1 }))).toMatchObject({
          errno: 'EINVAL',
        })
        await client.trash.move(image('images/a'), { deferForMs: 60_000 })
        const [id] = (await inTrash()) as [string]
        const remove = (force: boolean) => client.trash.remove({ pool: 'images', id }, { force })
        expect(await refusal(remove(false))).toMatchObject({ errno: 'EPERM', reason: 'deferred' })
        expect(await client.trash.purge('images')).toBe(0)
        await port.clock.advance(60_000)
        await remove(false)
        expect(await refusal(remove(true))).toMatchObject({ errno: 'ENOENT', reason: 'not_in_trash' })
      })

      test('keeps what has snapshots or is open, also from a purge, which takes the rest', async () => {
        await create('images/a')
        await create('images/b')
        await create('images/c')
        await client.createSnapshot(snapshot('images/a@s'))
        await client.attach(image('images/b'), { owner: 'guest' })
        const [a, b] = [await idOf('images/a'), await idOf('images/b')]
        for (const target of ['images/a', 'images/b', 'images/c']) await client.trash.move(image(target))
        expect(await refusal(client.trash.remove({ pool: 'images', id: a }))).toMatchObject({ errno: 'ENOTEMPTY' })
        expect(await refusal(client.trash.remove({ pool: 'images', id: b }))).toMatchObject({ reason: 'has_watchers' })
        expect(await refusal(client.trash.purge('images'))).toMatchObject({ errno: 'ENOTEMPTY' })
        expect((await inTrash()).sort()).toEqual([a, b].sort())
        await client.removeSnapshot({ ...snapshot('images/x@s'), id: a })
        await client.detach({ ...image('images/x'), id: b }, { owner: 'guest' })
        expect(await client.trash.purge('images')).toBe(2)
      })

      test('is purged of clones before their parents, and only as far as a threshold asks', async () => {
        await parentOf('images/c')
        await client.removeSnapshot(snapshot('images/p@s'))
        await client.trash.move(image('images/p'), { deferForMs: 1000 })
        await client.trash.move(image('images/c'), { deferForMs: 2000 })
        expect(await client.trash.purge('images', { threshold: 0.5 })).toBe(0)
        expect(await client.trash.purge('images', { withinMs: 500 })).toBe(0)
        expect(await client.trash.purge('images', { threshold: 0 })).toBe(2)
      })
    })

    describe('tasks of the manager', () => {
      const done = async () => {
        for (let turn = 0; turn < 200 && (await client.tasks.list()).length > 0; turn++) await port.clock.advance(0)
        expect(await client.tasks.list()).toEqual([])
      }

      test('flatten and remove in the background', async () => {
        await parentOf('volumes/c')
        const flatten = await client.tasks.add('flatten', image('volumes/c'))
        expect(flatten).toEqual({
          ...{ sequence: 1, id: flatten.id, action: 'flatten', pool: 'volumes', namespace: '', imageName: 'c' },
          imageId: await idOf('volumes/c'),
        })
        await done()
        expect((await client.info(image('volumes/c'))).parent).toBeUndefined()
        expect((await client.tasks.add('remove', image('volumes/c'))).sequence).toBe(2)
        await done()
        expect(await client.listImages('volumes')).toEqual([])
        await create('volumes/t')
        const id = await idOf('volumes/t')
        await client.trash.move(image('volumes/t'))
        await client.tasks.addTrashRemoval({ pool: 'volumes', id })
        await done()
        expect(await inTrash('volumes')).toEqual([])
      })

      test('are refused for what is not there', async () => {
        await create('volumes/a')
        expect(await refusal(client.tasks.add('flatten', image('volumes/no')))).toMatchObject({
          reason: 'image_missing',
        })
        expect(await refusal(client.tasks.add('flatten', image('volumes/a')))).toEqual({
          ...{ code: 'not_found', errno: 'ENOENT', reason: 'no_parent' },
        })
        const removal = client.tasks.addTrashRemoval({ pool: 'volumes', id: 'abc' })
        expect(await refusal(removal)).toMatchObject({ reason: 'not_in_trash' })
        expect(await refusal(client.tasks.cancel('none'))).toMatchObject({ errno: 'ENOENT' })
      })

      test('that fail say why, are tried again, and can be taken back', async () => {
        await create('volumes/a')
        await client.createSnapshot(snapshot('volumes/a@s'))
        const task = await client.tasks.add('remove', image('volumes/a'))
        await port.clock.advance(1000)
        expect(await client.tasks.add('remove', image('volumes/a'))).toMatchObject({ id: task.id })
        expect((await client.tasks.list())[0]!.retryMessage).toContain('1 snapshot')
        await client.removeSnapshot(snapshot('volumes/a@s'))
        await port.clock.advance(30_000)
        await done()
        expect(await client.listImages('volumes')).toEqual([])
        await create('volumes/b')
        await client.createSnapshot(snapshot('volumes/b@s'))
        const other = await client.tasks.add('remove', image('volumes/b'))
        await port.clock.advance(1000)
        expect((await client.tasks.cancel(other.id)).id).toBe(other.id)
        await port.clock.advance(60_000)
        expect(await client.listImages('volumes')).toEqual(['b'])
      })
    })
  })
}
