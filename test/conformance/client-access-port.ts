import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { HoldOptions } from '#ceph-sim/port/image-clients.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { image, snapshot, writeRun } from '../support/rbd-bytes.ts'

const MiB = 2 ** 20
const target = image('images/a')

/** What every adapter must do about watchers, locks, the block list and RADOS objects. */
export function clientAccessConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`Clients of images: ${name}`, () => {
    let port: ClusterBehindDoor
    let client: ClusterClient

    beforeEach(async () => {
      port = await setup()
      client = port.connectAs('client.admin')
      await client.createImage(target, { sizeBytes: 16 * MiB })
    })
    afterEach(() => port.stop())

    async function refusal(call: Promise<unknown>): Promise<unknown> {
      const error: unknown = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof DomainError)) throw new Error(`expected a domain error, got ${String(error)}`)
      return { code: error.code, errno: error.details.errno }
    }
    const lockColumn = async () => (await client.listDetailed('images'))[0]!.lock
    const watching = async () => (await client.clients.watchers(target)).map(({ address }) => address)
    const write = (as?: string) =>
      client.write(target, [{ kind: 'data', offset: 0, bytes: new Uint8Array([1]) }], { client: as })
    /** A client whose process can be killed. */
    async function mortal(options: HoldOptions) {
      const death = new AbortController()
      const held = await client.clients.hold(target, { ...options, signal: death.signal })
      return { held, address: held.watcher.address, kill: () => death.abort() }
    }
    /** Lets time pass, a second at a time, until something has happened. @returns how long that took, in seconds */
    async function secondsUntil(happened: () => Promise<boolean>): Promise<number> {
      for (let seconds = 0; seconds < 120; seconds++) {
        if (await happened()) return seconds
        await port.clock.advance(1000)
      }
      throw new Error('two minutes were not enough')
    }

    describe('watchers', () => {
      test('are those who keep the image open, and keep it from being removed', async () => {
        const held = await client.clients.hold(target)
        expect(await client.clients.watchers(target)).toEqual([held.watcher])
        expect(held.watcher.address).toMatch(/^127\.0\.0\.1:0\/\d+$/)
        expect(await lockColumn()).toBeUndefined()
        expect(await refusal(client.removeImage(target))).toEqual({ code: 'conflict', errno: 'EBUSY' })
        await held.release()
        await held.release()
        await held.over
        expect(await watching()).toEqual([])
        await client.removeImage(target)
      })

      test('stay for 30 seconds after they died', async () => {
        const { address, kill } = await mortal({})
        kill()
        expect(await watching()).toEqual([address])
        const seconds = await secondsUntil(async () => (await watching()).length === 0)
        expect(seconds).toBeGreaterThanOrEqual(30)
        await client.removeImage(target)
      })

      test('let the image be renamed, resized and snapshotted', async () => {
        const held = await client.clients.hold(target, { lock: 'take' })
        await client.createSnapshot(snapshot('images/a@s'))
        await client.resize(target, { sizeBytes: 32 * MiB })
        await client.renameImage(target, 'b')
        expect((await client.listDetailed('images')).map(({ lock }) => lock)).toEqual(['exclusive', undefined])
        await held.release()
      })
    })

    describe('the managed lock', () => {
      test('is taken by a write, shown as excl (A60), and handed to the next writer', async () => {
        const held = await client.clients.hold(target)
        const { address, client: number, cookie } = held.watcher
        await write(address)
        expect(await lockColumn()).toBe('exclusive')
        expect(await client.locks.list(target)).toEqual({
          shared: false,
          tag: 'internal',
          lockers: [{ id: `auto ${cookie}`, locker: `client.${number}`, address }],
        })
        await write()
        expect(await lockColumn()).toBeUndefined()
        await write(address)
        expect(await lockColumn()).toBe('exclusive')
        await held.release()
        expect(await client.locks.list(target)).toBeUndefined()
      })

      test('is taken from a guest by a removal, also by one that fails', async () => {
        const held = await client.clients.hold(target, { lock: 'take' })
        await client.createSnapshot(snapshot('images/a@s'))
        expect(await refusal(client.removeImage(target))).toEqual({ code: 'conflict', errno: 'ENOTEMPTY' })
        expect(await lockColumn()).toBeUndefined()
        expect(await watching()).toEqual([held.watcher.address])
        await held.release()
      })

      test('that is kept refuses writers, removals and rollbacks, and lets its owner take snapshots for others', async () => {
        await client.createSnapshot(snapshot('images/a@before'))
        const held = await client.clients.hold(target, { lock: 'keep' })
        const readOnly = { code: 'conflict', errno: 'EROFS' }
        expect(await refusal(write())).toEqual(readOnly)
        expect(await refusal(client.discard(target, { offset: 0, lengthBytes: MiB }))).toEqual(readOnly)
        expect(await refusal(client.rollback(snapshot('images/a@before')))).toEqual(readOnly)
        expect(await refusal(client.clients.hold(target, { lock: 'take' }))).toEqual(readOnly)
        expect(await refusal(client.removeImage(target))).toEqual({ code: 'conflict', errno: 'EBUSY' })
        await client.createSnapshot(snapshot('images/a@s'))
        await held.release()
        await write()
      })

      test('of a dead client is broken when its watch has ended, which block-lists it for an hour', async () => {
        const { address, kill } = await mortal({ lock: 'keep' })
        kill()
        let done = false
        // Refused until the cluster knows of the death.
        const writeOnceDead = (): Promise<unknown> =>
          write().catch((thrown) => (thrown.details?.errno === 'EROFS' ? writeOnceDead() : Promise.reject(thrown)))
        const writing = writeOnceDead().then(() => {
          done = true
        })
        expect(await secondsUntil(async () => done || (await watching()).length === 0)).toBeGreaterThanOrEqual(29)
        await writing
        expect(await lockColumn()).toBeUndefined()
        const [entry, ...others] = await client.blocklist.list()
        expect(others).toEqual([])
        expect(entry).toEqual({ address, untilMs: expect.any(Number) })
        await port.clock.advance(3_600_000)
        expect(await client.blocklist.list()).toEqual([])
      })

      test('is no matter on an image without exclusive-lock', async () => {
        const shared = image('images/shared')
        await client.createImage(shared, { sizeBytes: MiB, features: ['layering'] })
        const one = await client.clients.hold(shared, { lock: 'keep' })
        const other = await client.clients.hold(shared, { lock: 'keep' })
        expect(await client.locks.list(shared)).toBeUndefined()
        await writeRun(client, 'images/shared', 0, 4096, 1)
        await one.release()
        await other.release()
      })
    })

    describe('locks set by hand', () => {
      const busy = { code: 'conflict', errno: 'EBUSY' }

      test('are exclusive, or shared under one tag', async () => {
        await client.locks.add(target, { id: 'my lock' })
        expect(await lockColumn()).toBe('exclusive')
        expect(await refusal(client.locks.add(target, { id: 'my lock' }))).toEqual(busy)
        expect(await refusal(client.locks.add(target, { id: 'x', sharedTag: 't' }))).toEqual(busy)
        const { lockers } = (await client.locks.list(target))!
        await client.locks.break(target, lockers[0]!)
        await client.locks.add(target, { id: 'one', sharedTag: 't' })
        await client.locks.add(target, { id: 'two', sharedTag: 't' })
        expect(await refusal(client.locks.add(target, { id: 'three', sharedTag: 'u' }))).toEqual(busy)
        expect(await lockColumn()).toBe('shared')
        expect(await client.locks.list(target)).toMatchObject({
          shared: true,
          tag: 't',
          lockers: [{ id: 'one' }, { id: 'two' }],
        })
      })

      test('are broken only by their id and locker, which block-lists the locker', async () => {
        await client.locks.add(target, { id: 'mine' })
        const [locker] = (await client.locks.list(target))!.lockers
        const missing = { code: 'not_found', errno: 'ENOENT' }
        expect(await refusal(client.locks.break(target, { id: 'mine', locker: 'client.1' }))).toEqual(missing)
        expect(await refusal(client.locks.break(target, { ...locker!, id: 'other' }))).toEqual(missing)
        await client.locks.break(target, locker!)
        expect(await client.locks.list(target)).toBeUndefined()
        expect((await client.blocklist.list()).map(({ address }) => address)).toEqual([locker!.address])
      })

      test('keep writers waiting, and refuse snapshots', async () => {
        await client.locks.add(target, { id: 'mine' })
        expect(await refusal(client.createSnapshot(snapshot('images/a@s')))).toEqual({
          code: 'conflict',
          errno: 'EROFS',
        })
        let written = false
        const writing = write().then(() => {
          written = true
        })
        await secondsUntil(async () => (await watching()).length === 1)
        await port.clock.advance(600_000)
        expect(written).toBe(false)
        const [locker] = (await client.locks.list(target))!.lockers
        await client.locks.break(target, locker!)
        await writing
        expect(written).toBe(true)
      })

      test('leave the watch of a writer that was killed while it waited', async () => {
        await client.locks.add(target, { id: 'mine' })
        const death = new AbortController()
        const zero = [{ kind: 'zero', offset: 0, lengthBytes: 4096 }] as const
        const writing = client.write(target, zero, { signal: death.signal })
        await secondsUntil(async () => (await watching()).length === 1)
        death.abort()
        expect(await refusal(writing)).toMatchObject({ code: 'cancelled' })
        expect(await watching()).toHaveLength(1)
        expect(await secondsUntil(async () => (await watching()).length === 0)).toBeGreaterThanOrEqual(30)
      })
    })

    describe('the block list', () => {
      test('holds addresses until they expire or are taken off', async () => {
        const [one, two] = ['127.0.0.1:0/1', '127.0.0.1:0/2']
        const now = port.clock.now()
        expect(await client.blocklist.add(two)).toEqual({ address: two, untilMs: now + 3_600_000 })
        await client.blocklist.add(one, { seconds: 10 })
        expect((await client.blocklist.list()).map(({ address }) => address)).toEqual([one, two])
        await port.clock.advance(10_000)
        expect((await client.blocklist.list()).map(({ address }) => address)).toEqual([two])
        expect(await refusal(client.blocklist.remove(one))).toEqual({ code: 'not_found', errno: 'ENOENT' })
        await client.blocklist.remove(two)
        await client.blocklist.add(one)
        await client.blocklist.clear()
        expect(await client.blocklist.list()).toEqual([])
        expect(await refusal(client.blocklist.add('nobody'))).toEqual({ code: 'invalid_argument', errno: 'EINVAL' })
      })

      test('ends the watch of a client, which can write no more', async () => {
        const held = await client.clients.hold(target, { lock: 'take' })
        await client.blocklist.add(held.watcher.address)
        await held.over
        expect(await watching()).toEqual([])
        expect(await refusal(write(held.watcher.address))).toEqual({ code: 'unavailable', errno: 'ESHUTDOWN' })
        await write()
      })
    })

    describe('RADOS objects', () => {
      const objects = () => client.objects
      const bytesOf = async (name: string, pool = 'images') => {
        const parts: Uint8Array[] = []
        for await (const piece of objects().read({ pool, name })) parts.push(Buffer.from(piece))
        return Buffer.concat(parts)
      }
      const names = async () => (await objects().list('images')).map(({ name }) => name)

      test('that were put can be read, listed and removed', async () => {
        const place = { pool: 'images', name: 'note' }
        await objects().put(place, Buffer.from('hello'))
        await objects().put({ ...place, namespace: 'ns' }, Buffer.from('there'))
        expect((await bytesOf('note')).toString()).toBe('hello')
        expect(await objects().stat(place)).toEqual({ sizeBytes: 5, modifiedMs: port.clock.now() })
        expect(await names()).toContain('note')
        expect(await objects().list('images', { namespace: 'ns' })).toEqual([{ namespace: 'ns', name: 'note' }])
        await objects().remove(place)
        expect(await refusal(objects().stat(place))).toEqual({ code: 'not_found', errno: 'ENOENT' })
        expect(await objects().list('images', { all: true })).toContainEqual({ namespace: 'ns', name: 'note' })
      })

      test('of RBD’s own cannot be changed, and plain ones are small', async () => {
        const unsupported = { code: 'unsupported', errno: 'EOPNOTSUPP' }
        expect(await refusal(objects().remove({ pool: 'images', name: 'rbd_id.a' }))).toEqual(unsupported)
        expect(await refusal(objects().put({ pool: 'images', name: 'rbd_directory' }, Buffer.alloc(1)))).toEqual(
          unsupported,
        )
        const large = objects().put({ pool: 'images', name: 'large' }, Buffer.alloc(2 * MiB))
        expect(await refusal(large)).toEqual({ code: 'no_space', errno: 'EFBIG' })
      })

      test('are what an image is made of: id, header, object map, data that was written', async () => {
        const { id } = await client.info(target)
        await writeRun(client, 'images/a', 5 * MiB, 4096, 7)
        expect((await bytesOf('rbd_id.a')).subarray(4).toString()).toBe(id)
        const data = `rbd_data.${id}.0000000000000001`
        expect((await names()).filter((name) => name.includes(id))).toEqual([
          data,
          `rbd_header.${id}`,
          `rbd_object_map.${id}`,
        ])
        expect(await objects().stat({ pool: 'images', name: data })).toMatchObject({ sizeBytes: MiB + 4096 })
        const bytes = await bytesOf(data)
        expect(bytes.byteLength).toBe(MiB + 4096)
        expect(bytes.subarray(0, MiB).every((byte) => byte === 0)).toBe(true)
        expect(bytes.subarray(MiB).every((byte) => byte === 7)).toBe(true)
        const keys = (await objects().omap({ pool: 'images', name: `rbd_header.${id}` })).map(({ key }) =>
          Buffer.from(key).toString(),
        )
        expect(keys).toContain('object_prefix')
        expect(keys).toEqual([...keys].sort())
      })

      test('keep clones beneath snapshots, with what they share', async () => {
        const { id } = await client.info(target)
        const object = { pool: 'images', name: `rbd_data.${id}.0000000000000000` }
        await writeRun(client, 'images/a', 0, 64 * 1024, 1)
        await client.createSnapshot(snapshot('images/a@s'))
        expect(await objects().clones(object)).toEqual({ clones: [], headBytes: 65536 })
        await writeRun(client, 'images/a', 8192, 4096, 2)
        const [{ id: snapshotId } = { id: 0 }] = await client.listSnapshots(target)
        expect(await objects().clones(object)).toEqual({
          clones: [{ id: snapshotId, snapshots: [snapshotId], sizeBytes: 65536, overlap: [0, 8192, 12288, 53248] }],
          headBytes: 65536,
        })
      })

      test('of a header with a lock have an attribute for it', async () => {
        const { id } = await client.info(target)
        const header = { pool: 'images', name: `rbd_header.${id}` }
        expect(await objects().xattrs(header)).toEqual([])
        await client.locks.add(target, { id: 'mine' })
        expect(await objects().xattrs(header)).toEqual(['lock.rbd_lock'])
      })
    })
  })
}
