import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Cluster, ClusterCapacity, IdentityCaps } from '#ceph-sim/app.ts'
import type { Content, Rbd } from '#ceph-sim/rbd.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import { filled, image, readBytes, readRuns, snapshot, usedBytes, writeRun, zeros } from '../support/rbd-bytes.ts'

/** One adapter of the port, over a cluster that was just made. */
export interface RbdPortUnderTest {
  /** The cluster behind the port: its identities, and its books. */
  readonly cluster: Cluster
  /** A session through the adapter. A wrong key fails here or at the first call. */
  connect(credentials: { user: string; key: string }): Rbd | Promise<Rbd>
  stop(): Promise<void>
}

/** Makes a cluster with the pools images, volumes, vms and backups, and an adapter in front of it. */
export type RbdPortSetup = (options: { capacity?: ClusterCapacity }) => Promise<RbdPortUnderTest>

const KiB = 1024
const MiB = 2 ** 20

/** What every adapter of `Rbd` must do. */
export function rbdPortConformance(name: string, setup: RbdPortSetup): void {
  describe(`RBD port: ${name}`, () => {
    let port: RbdPortUnderTest
    let rbd: Rbd

    const start = async (options: Parameters<RbdPortSetup>[0] = {}) => {
      port = await setup(options)
      rbd = await connectAs('client.admin')
    }
    const connectAs = async (entity: string) =>
      port.connect({ user: entity, key: port.cluster.identities.keyOf(entity) })
    const connectWith = async (entity: string, caps: IdentityCaps) => {
      await port.cluster.identities.create(entity, caps)
      return connectAs(entity)
    }
    beforeEach(() => start())
    afterEach(async () => {
      port.cluster.audit()
      await port.stop()
    })

    /** The code, errno and reason of a refusal. */
    async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
      const error: unknown = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof DomainError)) throw new Error(`expected a domain error, got ${String(error)}`)
      const { errno, reason } = error.details
      return { code: error.code, errno, ...(reason !== undefined && { reason }) }
    }
    const create = (target: string, sizeBytes = 16 * MiB) => rbd.createImage(image(target), { sizeBytes })
    async function protectedSnapshot(target: string): Promise<void> {
      await rbd.createSnapshot(snapshot(target))
      await rbd.protectSnapshot(snapshot(target))
    }

    describe('the cluster', () => {
      test('tells its name and fsid', async () => {
        expect(await rbd.cluster()).toEqual({ name: port.cluster.name, fsid: port.cluster.fsid })
      })

      test('makes pools, once each', async () => {
        await rbd.createPool('extra')
        expect((await rbd.listPools()).map((pool) => pool.name)).toEqual([
          'images',
          'volumes',
          'vms',
          'backups',
          'extra',
        ])
        expect(await refusal(rbd.createPool('extra'))).toEqual({
          code: 'already_exists',
          errno: 'EEXIST',
          reason: 'pool_exists',
        })
      })

      test('df adds up: raw use is stored bytes times replicas (INV01)', async () => {
        const before = await rbd.df()
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 8 * MiB, 1)
        const after = await rbd.df()
        const replicas = (await rbd.listPools())[0]!.replicas
        const images = after.pools.find((pool) => pool.name === 'images')!
        expect(images.storedBytes).toBe(8 * MiB)
        expect(images.usedBytes).toBe(8 * MiB * replicas)
        expect(after.usedBytes - before.usedBytes).toBe(images.usedBytes)
        expect(after.availBytes + after.usedBytes).toBe(after.totalBytes)
      })
    })

    describe('images', () => {
      test('show what they were made with', async () => {
        await rbd.createImage(image('images/a'), {
          sizeBytes: 20 * MiB,
          order: 23,
          features: ['exclusive-lock', 'layering'],
        })
        const info = await rbd.info(image('images/a'))
        expect(info).toMatchObject({
          name: 'a',
          sizeBytes: 20 * MiB,
          order: 23,
          objects: 3,
          features: ['layering', 'exclusive-lock'],
          snapshotCount: 0,
          watchers: [],
        })
        expect(info.id).toMatch(/^[0-9a-f]{9,15}$/)
        expect(info.parent).toBeUndefined()
        expect(info.protected).toBeUndefined()
      })

      test('are refused with librbd’s errno', async () => {
        await create('images/a')
        const make = (options: { sizeBytes?: number; order?: number; features?: string[] }, target = 'images/b') =>
          refusal(rbd.createImage(image(target), { sizeBytes: 1, ...options }))
        expect(await make({}, 'images/a')).toEqual({ code: 'already_exists', errno: 'EEXIST', reason: 'image_exists' })
        expect(await make({}, 'nopool/a')).toEqual({ code: 'not_found', errno: 'ENOENT', reason: 'pool_missing' })
        expect(await make({ order: 26 })).toEqual({ code: 'out_of_range', errno: 'EDOM' })
        expect(await make({ sizeBytes: 2 ** 52 })).toEqual({ code: 'invalid_argument', errno: 'EINVAL' })
        expect(await make({ features: ['object-map'] })).toEqual({ code: 'invalid_argument', errno: 'EINVAL' })
        expect(await refusal(rbd.info(image('images/b')))).toEqual({
          code: 'not_found',
          errno: 'ENOENT',
          reason: 'image_missing',
        })
      })

      test('are listed by name, with their snapshots by id', async () => {
        for (const target of ['images/b', 'images/a', 'images/C']) await create(target)
        await rbd.createSnapshot(snapshot('images/a@z'))
        await protectedSnapshot('images/a@y')
        await rbd.attach(image('images/b'), { owner: 'guest' })
        expect(await rbd.listImages('images')).toEqual(['C', 'a', 'b'])
        const rows = await rbd.listDetailed('images')
        expect(rows.map((row) => [row.image, row.snapshot, row.protected, row.lock])).toEqual([
          ['C', undefined, undefined, undefined],
          ['a', undefined, undefined, undefined],
          ['a', 'z', false, undefined],
          ['a', 'y', true, undefined],
          ['b', undefined, undefined, 'exclusive'],
        ])
        expect(await refusal(rbd.listImages('nopool'))).toEqual({
          code: 'not_found',
          errno: 'ENOENT',
          reason: 'pool_missing',
        })
      })

      test('are renamed, and a clone’s parent shows the new name', async () => {
        await create('images/a')
        await protectedSnapshot('images/a@s')
        await rbd.clone(snapshot('images/a@s'), image('volumes/c'))
        await rbd.renameImage(image('images/a'), 'b')
        expect((await rbd.info(image('volumes/c'))).parent).toEqual({
          pool: 'images',
          image: 'b',
          snapshot: 's',
          overlapBytes: 16 * MiB,
        })
        await create('images/a')
        expect(await refusal(rbd.renameImage(image('images/a'), 'b'))).toMatchObject({ errno: 'EEXIST' })
      })

      test('are removed only without snapshots and watchers', async () => {
        await create('images/a')
        await rbd.createSnapshot(snapshot('images/a@s'))
        expect(await refusal(rbd.removeImage(image('images/a')))).toEqual({
          code: 'conflict',
          errno: 'ENOTEMPTY',
          reason: 'has_snapshots',
        })
        await rbd.removeSnapshot(snapshot('images/a@s'))
        await rbd.attach(image('images/a'), { owner: 'guest' })
        expect(await refusal(rbd.removeImage(image('images/a')))).toEqual({
          code: 'conflict',
          errno: 'EBUSY',
          reason: 'has_watchers',
        })
        await rbd.detach(image('images/a'), { owner: 'guest' })
        await rbd.removeImage(image('images/a'))
        expect(await refusal(rbd.removeImage(image('images/a')))).toMatchObject({ errno: 'ENOENT' })
      })

      test('shrink only with leave', async () => {
        await create('images/a')
        expect(await refusal(rbd.resize(image('images/a'), { sizeBytes: MiB }))).toEqual({
          code: 'invalid_argument',
          errno: 'EINVAL',
          reason: 'shrink_not_allowed',
        })
        await rbd.resize(image('images/a'), { sizeBytes: MiB, allowShrink: true })
        expect((await rbd.info(image('images/a'))).sizeBytes).toBe(MiB)
      })
    })

    describe('snapshots', () => {
      test('keep the content of their moment and follow the rules of protection', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 8 * KiB, 1)
        await rbd.createSnapshot(snapshot('images/a@s'))
        await writeRun(rbd, 'images/a', 4 * KiB, 8 * KiB, 2)
        expect(await readRuns(rbd, 'images/a@s', { lengthBytes: 16 * KiB })).toEqual(['0 8192 0x01', '8192 8192 0x00'])
        expect(await readRuns(rbd, 'images/a', { lengthBytes: 12 * KiB })).toEqual(['0 4096 0x01', '4096 8192 0x02'])
        const s = snapshot('images/a@s')
        expect(await refusal(rbd.createSnapshot(s))).toEqual({
          code: 'already_exists',
          errno: 'EEXIST',
          reason: 'snapshot_exists',
        })
        expect(await refusal(rbd.unprotectSnapshot(s))).toEqual({
          code: 'invalid_argument',
          errno: 'EINVAL',
          reason: 'not_protected',
        })
        await rbd.protectSnapshot(s)
        expect(await refusal(rbd.protectSnapshot(s))).toEqual({ code: 'conflict', errno: 'EBUSY', reason: 'protected' })
        expect(await refusal(rbd.removeSnapshot(s))).toEqual({ code: 'conflict', errno: 'EBUSY', reason: 'protected' })
        expect(await rbd.listSnapshots(image('images/a'))).toMatchObject([
          { name: 's', protected: true, sizeBytes: 16 * MiB },
        ])
        expect((await rbd.info(s)).protected).toBe(true)
        await rbd.unprotectSnapshot(s)
        await rbd.rollback(s)
        expect(await readRuns(rbd, 'images/a', { lengthBytes: 16 * KiB })).toEqual(['0 8192 0x01', '8192 8192 0x00'])
        await rbd.removeSnapshot(s)
        expect(await refusal(rbd.removeSnapshot(s))).toEqual({
          code: 'not_found',
          errno: 'ENOENT',
          reason: 'snapshot_missing',
        })
      })
    })

    describe('clones', () => {
      beforeEach(async () => {
        await create('images/p')
        await writeRun(rbd, 'images/p', 0, 8 * MiB, 1)
        await rbd.createSnapshot(snapshot('images/p@s'))
      })

      test('need a protected parent, which they hold fast until they go (INV10, O68)', async () => {
        const s = snapshot('images/p@s')
        expect(await refusal(rbd.clone(s, image('volumes/c')))).toEqual({
          code: 'invalid_argument',
          errno: 'EINVAL',
          reason: 'not_protected',
        })
        await rbd.protectSnapshot(s)
        await rbd.clone(s, image('volumes/c'))
        // The parent's object size is the clone's stripe unit, unless another is given.
        expect(await refusal(rbd.clone(s, image('images/c'), { order: 20 }))).toMatchObject({ errno: 'EINVAL' })
        await rbd.clone(s, image('images/c'), { order: 20, stripeUnitBytes: MiB, stripeCount: 1 })
        expect(await refusal(rbd.clone(s, image('images/c')))).toMatchObject({ errno: 'EEXIST' })
        await protectedSnapshot('volumes/c@t')
        await rbd.clone(snapshot('volumes/c@t'), image('vms/g'))
        expect(await rbd.children(s)).toEqual([image('images/c'), image('volumes/c')])
        expect(await rbd.children(s, { descendants: true })).toEqual([
          image('images/c'),
          image('vms/g'),
          image('volumes/c'),
        ])
        expect(await refusal(rbd.unprotectSnapshot(s))).toEqual({
          code: 'conflict',
          errno: 'EBUSY',
          reason: 'has_children',
        })
        await rbd.removeImage(image('images/c'))
        await rbd.flatten(image('volumes/c'))
        expect(await refusal(rbd.flatten(image('volumes/c')))).toEqual({
          code: 'invalid_argument',
          errno: 'EINVAL',
          reason: 'no_parent',
        })
        await rbd.unprotectSnapshot(s)
        await rbd.removeSnapshot(s)
        await rbd.removeImage(image('images/p'))
        expect(await readRuns(rbd, 'vms/g')).toEqual(['0 8388608 0x01', '8388608 8388608 0x00'])
      })

      test('read the parent where they have nothing, and never change it (INV03)', async () => {
        await rbd.protectSnapshot(snapshot('images/p@s'))
        await rbd.clone(snapshot('images/p@s'), image('volumes/c'))
        await writeRun(rbd, 'volumes/c', 1000, 5000, 2)
        await writeRun(rbd, 'images/p', 0, 4 * MiB, 3)
        expect(await readRuns(rbd, 'volumes/c', { lengthBytes: 16 * KiB })).toEqual([
          '0 1000 0x01',
          '1000 5000 0x02',
          '6000 10384 0x01',
        ])
        expect(await readRuns(rbd, 'images/p@s', { lengthBytes: 16 * KiB })).toEqual(['0 16384 0x01'])
        expect(await usedBytes(rbd, 'volumes/c')).toEqual({ '': 4 * MiB })
      })
    })

    describe('reading', () => {
      beforeEach(async () => {
        await create('images/a')
        await rbd.write(image('images/a'), [filled(MiB, 2 * MiB, 1), zeros(4 * MiB, MiB)])
      })

      async function pieces(options: Parameters<Rbd['read']>[1]): Promise<string[]> {
        const seen: string[] = []
        for await (const piece of rbd.read(image('images/a'), options)) seen.push(describePiece(piece))
        return seen
      }

      test('gives data in pieces, holes and written zeros as runs of zeros', async () => {
        const seen: Content[] = []
        for await (const piece of rbd.read(image('images/a'), { pieceBytes: 512 * KiB })) {
          seen.push(piece.kind === 'data' ? { ...piece, bytes: Uint8Array.from(piece.bytes) } : piece)
        }
        let position = 0
        for (const piece of seen) {
          expect(piece.offset).toBe(position)
          position += piece.kind === 'data' ? piece.bytes.byteLength : piece.lengthBytes
          if (piece.kind === 'data') expect(piece.bytes.byteLength).toBeLessThanOrEqual(512 * KiB)
        }
        expect(position).toBe(16 * MiB)
        const data = seen.filter((piece) => piece.kind === 'data')
        expect(data[0]?.offset).toBe(MiB)
        expect(data.reduce((sum, piece) => sum + piece.bytes.byteLength, 0)).toBe(2 * MiB)
        expect(seen.filter((piece) => piece.kind === 'zero').map(describePiece)).toEqual([
          `zero 0+${MiB}`,
          `zero ${3 * MiB}+${13 * MiB}`,
        ])
      })

      test('takes any range, also off the grain, and ends at the end of the image', async () => {
        expect(await pieces({ offset: MiB - 10, lengthBytes: 30 })).toEqual(['zero 1048566+10', 'data 1048576+20'])
        expect(await pieces({ offset: 16 * MiB - 5, lengthBytes: 100 })).toEqual(['zero 16777211+5'])
        expect(await pieces({ offset: 3 * MiB, lengthBytes: 0 })).toEqual([])
        expect(await refusal(pieces({ offset: 17 * MiB }))).toMatchObject({ errno: 'EINVAL' })
      })

      test('may stop early', async () => {
        for await (const piece of rbd.read(image('images/a'), {})) {
          expect(piece.kind).toBe('zero')
          break
        }
        expect(await rbd.listImages('images')).toEqual(['a'])
      })

      test('is refused for what is not there', async () => {
        expect(await refusal(readBytes(rbd, image('images/nope')))).toMatchObject({
          errno: 'ENOENT',
          reason: 'image_missing',
        })
        expect(await refusal(readBytes(rbd, snapshot('images/a@nope')))).toMatchObject({
          errno: 'ENOENT',
          reason: 'snapshot_missing',
        })
      })

      test('extents tell stored bytes, written zeros included, from holes', async () => {
        expect(await rbd.extents(image('images/a'))).toEqual([
          { offset: MiB, lengthBytes: 2 * MiB },
          { offset: 4 * MiB, lengthBytes: MiB },
        ])
        await rbd.discard(image('images/a'), { offset: 2 * MiB, lengthBytes: 2.5 * MiB })
        expect(await rbd.extents(image('images/a'))).toEqual([
          { offset: MiB, lengthBytes: MiB },
          { offset: 4.5 * MiB, lengthBytes: 0.5 * MiB },
        ])
      })
    })

    describe('writing', () => {
      beforeEach(() => create('images/a', 16 * MiB + 100))

      test('takes pieces of any size from a slow source, in order', async () => {
        async function* source(): AsyncGenerator<Content> {
          yield filled(10, 5, 1)
          await Promise.resolve()
          yield zeros(12, 1)
          yield filled(13, 3 * MiB, 2)
          yield filled(16 * MiB + 90, 10, 3)
        }
        expect(await rbd.write(image('images/a'), source())).toEqual({ writtenBytes: 16 + 3 * MiB })
        expect(await readRuns(rbd, 'images/a')).toEqual([
          '0 10 0x00',
          '10 2 0x01',
          '12 1 0x00',
          '13 3145728 0x02',
          '3145741 13631565 0x00',
          '16777306 10 0x03',
        ])
        await rbd.flush(image('images/a'))
      })

      test('a buffer may be used again for the next piece', async () => {
        const bytes = new Uint8Array(64 * KiB)
        async function* source(): AsyncGenerator<Content> {
          for (let i = 0; i < 8; i++) {
            bytes.fill(i + 1)
            yield { kind: 'data', offset: i * bytes.byteLength, bytes }
          }
        }
        await rbd.write(image('images/a'), source())
        const runs = await readRuns(rbd, 'images/a', { lengthBytes: 512 * KiB })
        expect(runs).toEqual(Array.from({ length: 8 }, (_, i) => `${i * 65536} 65536 0x0${i + 1}`))
      })

      test('past the end is refused', async () => {
        expect(await refusal(rbd.write(image('images/a'), [filled(16 * MiB, 101, 1)]))).toMatchObject({
          code: 'invalid_argument',
          errno: 'EINVAL',
        })
        expect(await refusal(rbd.write(image('images/nope'), [filled(0, 1, 1)]))).toMatchObject({ errno: 'ENOENT' })
      })

      test('a source that fails ends the write with its error, and what came before is there', async () => {
        async function* source(): AsyncGenerator<Content> {
          yield filled(0, 4 * KiB, 1)
          throw new DomainFailure('the source broke')
        }
        await expect(rbd.write(image('images/a'), source())).rejects.toThrow('the source broke')
        await writeRun(rbd, 'images/a', 4 * KiB, 4 * KiB, 2)
      })

      test('above the full ratio fails, and tells so (INV11, O20)', async () => {
        await port.stop()
        await start({ capacity: { osds: 3, osdSizeBytes: 32 * MiB, replicas: 3 } })
        await create('images/a', 1024 * MiB)
        const fill = function* (): Generator<Content> {
          for (let offset = 0; offset < 64 * MiB; offset += 4 * MiB) yield filled(offset, 4 * MiB, 1)
        }
        expect(await refusal(rbd.write(image('images/a'), fill()))).toEqual({
          code: 'no_space',
          errno: 'ENOSPC',
          reason: 'cluster_full',
        })
        const { usedBytes: used, totalBytes } = await rbd.df()
        expect(used).toBeLessThanOrEqual(totalBytes * 0.95)
        await rbd.removeImage(image('images/a'))
      })

      test('stops when the caller gives up', async () => {
        const controller = new AbortController()
        const endless = async function* (): AsyncGenerator<Content> {
          for (let i = 0; ; i++) {
            if (i === 20) controller.abort()
            yield filled((i % 16) * MiB, 4 * KiB, 1)
          }
        }
        const failure = await refusal(rbd.write(image('images/a'), endless(), { signal: controller.signal }))
        expect(failure.code).toBe('cancelled')
        await rbd.info(image('images/a'))
      })
    })

    describe('attachments', () => {
      test('one owner at a time, who may ask again', async () => {
        await create('volumes/v')
        await rbd.attach(image('volumes/v'), { owner: 'guest-1' })
        await rbd.attach(image('volumes/v'), { owner: 'guest-1' })
        expect(await refusal(rbd.attach(image('volumes/v'), { owner: 'guest-2' }))).toEqual({
          code: 'conflict',
          errno: 'EBUSY',
          reason: 'locked',
        })
        expect((await rbd.info(image('volumes/v'))).watchers).toEqual(['guest-1'])
        await rbd.createSnapshot(snapshot('volumes/v@s'))
        await rbd.detach(image('volumes/v'), { owner: 'guest-2' })
        await rbd.detach(image('volumes/v'), { owner: 'guest-1' })
        await rbd.attach(image('volumes/v'), { owner: 'guest-2' })
      })
    })

    describe('permissions', () => {
      const denied = { code: 'forbidden', errno: 'EPERM', reason: 'no_permission' }

      test('a wrong key or an unknown user is let nowhere', async () => {
        const wrong = async (credentials: { user: string; key: string }) =>
          (await port.connect(credentials)).listPools()
        const admin = port.cluster.identities.keyOf('client.admin')
        const openstack = port.cluster.identities.keyOf('client.openstack')
        expect(await refusal(wrong({ user: 'admin', key: openstack }))).toEqual({
          code: 'unauthenticated',
          errno: 'EACCES',
        })
        expect(await refusal(wrong({ user: 'nobody', key: admin }))).toEqual({
          code: 'unauthenticated',
          errno: 'EACCES',
        })
      })

      test('client.openstack works in every pool, but makes none', async () => {
        const openstack = await connectAs('client.openstack')
        await openstack.createImage(image('backups/b'), { sizeBytes: 1 })
        expect((await openstack.df()).pools).toHaveLength(4)
        expect(await refusal(openstack.createPool('x'))).toMatchObject({ code: 'forbidden', errno: 'EACCES' })
      })

      test('client.external works in three pools (D26)', async () => {
        const external = await connectAs('client.external')
        for (const pool of ['images', 'volumes', 'vms'])
          await external.createImage({ pool, image: 'x' }, { sizeBytes: 1 })
        expect(await refusal(external.createImage(image('backups/x'), { sizeBytes: 1 }))).toEqual(denied)
        expect(await refusal(external.listImages('backups'))).toEqual(denied)
      })

      test('a revoked identity stops working at once (D25)', async () => {
        const external = await connectAs('client.external')
        await external.listImages('images')
        await port.cluster.identities.remove('client.external')
        expect(await refusal(external.listImages('images'))).toEqual({ code: 'unauthenticated', errno: 'EACCES' })
      })

      test('client.volumes reads images and clones from them, no more (C14, C16, C17)', async () => {
        await create('images/i')
        await protectedSnapshot('images/i@snap')
        const volumes = await connectWith('client.volumes', {
          mon: 'allow r',
          osd: 'allow class-read object_prefix rbd_children, allow rwx pool=volumes, allow rx pool=images',
        })
        expect(await volumes.listImages('images')).toEqual(['i'])
        await readBytes(volumes, image('images/i'), { lengthBytes: 10 })
        await volumes.clone(snapshot('images/i@snap'), image('volumes/v'))
        await writeRun(volumes, 'volumes/v', 0, 10, 1)
        expect(await volumes.children(snapshot('images/i@snap'))).toEqual([image('volumes/v')])
        for (const call of [
          () => volumes.createImage(image('images/x'), { sizeBytes: 1 }),
          () => volumes.createSnapshot(snapshot('images/i@x')),
          () => volumes.protectSnapshot(snapshot('images/i@snap')),
          () => volumes.removeImage(image('images/i')),
          () => volumes.resize(image('images/i'), { sizeBytes: 32 * MiB }),
          () => writeRun(volumes, 'images/i', 0, 1, 1),
          () => volumes.attach(image('images/i'), { owner: 'x' }),
          () => volumes.clone(snapshot('images/i@snap'), image('images/x')),
        ]) {
          expect(await refusal(call())).toEqual(denied)
        }
      })

      test('client.images sees nothing of volumes (C15, C18)', async () => {
        await create('volumes/v')
        const images = await connectWith('client.images', {
          mon: 'allow r',
          osd: 'allow class-read object_prefix rbd_children, allow rwx pool=images',
        })
        await images.createImage(image('images/i'), { sizeBytes: 1 })
        expect(await refusal(images.listImages('volumes'))).toEqual(denied)
        expect(await refusal(images.info(image('volumes/v')))).toEqual(denied)
        expect(await refusal(readBytes(images, image('volumes/v')))).toEqual(denied)
      })

      test('without class-read on rbd_children an unprotect cannot check for clones (C19)', async () => {
        await create('images/i')
        await protectedSnapshot('images/i@snap')
        const blind = await connectWith('client.blind', { mon: 'allow r', osd: 'allow rwx pool=images' })
        expect(await refusal(blind.unprotectSnapshot(snapshot('images/i@snap')))).toEqual(denied)
        expect(await refusal(blind.children(snapshot('images/i@snap')))).toEqual(denied)
      })

      test('mon allow r reads the map and changes nothing (C20)', async () => {
        const reader = await connectWith('client.reader', { mon: 'allow r' })
        expect(await reader.listPools()).toHaveLength(4)
        expect(await refusal(reader.createPool('x'))).toMatchObject({ errno: 'EACCES', reason: 'no_permission' })
      })
    })
  })
}

/** An error of a caller's own. */
class DomainFailure extends DomainError {
  readonly code = 'aborted'
}

function describePiece(piece: Content): string {
  return piece.kind === 'data'
    ? `data ${piece.offset}+${piece.bytes.byteLength}`
    : `zero ${piece.offset}+${piece.lengthBytes}`
}
