import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { DiffOptions } from '#ceph-sim/port/diffs.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { filled, image, readRuns, snapshot, spec, usedBytes, writeRun, zeros } from '../support/rbd-bytes.ts'

const KiB = 1024
const MiB = 2 ** 20

/** What every adapter of `Diffs` and `Copies` must do. */
export function diffsAndCopiesConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`diffs and copies: ${name}`, () => {
    let port: ClusterBehindDoor
    let rbd: ClusterClient

    const connectAs = (entity: string) => port.connectAs(entity)
    beforeEach(async () => {
      port = await setup()
      rbd = connectAs('client.admin')
    })
    afterEach(async () => {
      port.cluster.audit()
      await port.stop()
    })

    const create = (target: string, sizeBytes = 16 * MiB) => rbd.createImage(image(target), { sizeBytes })

    async function extents(target: string, options: DiffOptions = {}): Promise<string[]> {
      const found: string[] = []
      for await (const { offset, lengthBytes, exists } of rbd.diffs.list(spec(target), options)) {
        found.push(`${offset} ${lengthBytes} ${exists ? 'data' : 'zero'}`)
      }
      return found
    }

    async function refusal(steps: AsyncIterable<unknown>): Promise<string> {
      try {
        for await (const _ of steps);
      } catch (thrown) {
        if (thrown instanceof DomainError) return `${thrown.code} ${String(thrown.details.errno)}`
        throw thrown
      }
      throw new Error('expected a refusal')
    }

    async function followed(steps: AsyncIterable<{ done: number; total: number }>): Promise<number[]> {
      const parts: number[] = []
      for await (const { done, total } of steps) parts.push(done / total)
      return parts
    }

    describe('diffs', () => {
      test('from the beginning, an object shows up to its last byte', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 4 * MiB + 1000, 24, 1)
        await writeRun(rbd, 'images/a', 8 * MiB, 4 * MiB, 2)
        expect(await extents('images/a')).toEqual(['4194304 1024 data', '8388608 4194304 data'])
        expect(await extents('images/a', { wholeObject: true })).toEqual([
          '4194304 4194304 data',
          '8388608 4194304 data',
        ])
      })

      test('from a snapshot, bytes count, and what is gone is zeros', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 3000, 1)
        await writeRun(rbd, 'images/a', 4 * MiB, MiB, 1)
        await rbd.createSnapshot(snapshot('images/a@s'))
        await writeRun(rbd, 'images/a', 4 * MiB + 10, 5, 2)
        await rbd.discard(image('images/a'), { offset: 0, lengthBytes: 4 * MiB })
        expect(await extents('images/a', { fromSnapshot: 's' })).toEqual(['0 3000 zero', '4194314 5 data'])
        expect(await extents('images/a@s', { fromSnapshot: 's' })).toEqual([])
      })

      test('start at a snapshot that is there, and older', async () => {
        await create('images/a')
        await rbd.createSnapshot(snapshot('images/a@old'))
        await rbd.createSnapshot(snapshot('images/a@new'))
        expect(await refusal(rbd.diffs.list(spec('images/a'), { fromSnapshot: 'none' }))).toBe('not_found ENOENT')
        expect(await refusal(rbd.diffs.list(spec('images/a@old'), { fromSnapshot: 'new' }))).toBe(
          'invalid_argument EINVAL',
        )
        expect(await refusal(rbd.diffs.read(spec('images/none')))).toBe('not_found ENOENT')
      })

      test('of a clone show what its parent provides, where the clone has discarded too', async () => {
        await create('images/p')
        await writeRun(rbd, 'images/p', 0, 8 * MiB, 1)
        await rbd.createSnapshot(snapshot('images/p@s'))
        await rbd.protectSnapshot(snapshot('images/p@s'))
        await rbd.clone(snapshot('images/p@s'), image('volumes/c'))
        await rbd.discard(image('volumes/c'), { offset: 4 * MiB, lengthBytes: 4 * MiB })
        expect(await extents('volumes/c')).toEqual(['0 4194304 data', '4194304 4194304 data'])
        expect(await extents('volumes/c', { withoutParent: true })).toEqual([])
      })

      test('carry their content when read', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 100, 50, 7)
        await rbd.createSnapshot(snapshot('images/a@s'))
        await writeRun(rbd, 'images/a', 120, 10, 8)
        const pieces: unknown[] = []
        for await (const piece of rbd.diffs.read(spec('images/a'), { fromSnapshot: 's' })) {
          pieces.push(piece.kind === 'data' ? { ...piece, bytes: [...piece.bytes] } : piece)
        }
        expect(pieces).toEqual([
          { kind: 'extent', offset: 120, lengthBytes: 10, exists: true },
          { kind: 'data', offset: 120, bytes: new Array(10).fill(8) },
        ])
      })

      test('count for du by whole objects, or to the byte', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 4 * KiB, 1)
        await rbd.createSnapshot(snapshot('images/a@s'))
        await writeRun(rbd, 'images/a', 4 * MiB, 100, 1)
        const used = async (exact: boolean) =>
          (await rbd.diffs.usage(image('images/a'), { exact })).map((row) => [row.snapshot, row.usedBytes])
        expect(await used(false)).toEqual([
          ['s', 4 * MiB],
          [undefined, 4 * MiB],
        ])
        expect(await used(true)).toEqual([
          ['s', 4 * KiB],
          [undefined, 100],
        ])
      })

      test('are for those who may read the pool', async () => {
        await create('images/a')
        await port.cluster.identities.create('client.vms', { mon: 'profile rbd', osd: 'profile rbd pool=vms' })
        const stranger = connectAs('client.vms')
        expect(await refusal(stranger.diffs.list(image('images/a')))).toBe('forbidden EPERM')
        expect(await refusal(stranger.copies.copy(image('images/a'), image('vms/a')))).toBe('forbidden EPERM')
      })
    })

    test('zeros that are freed give back their room to the byte', async () => {
      await create('images/a')
      await writeRun(rbd, 'images/a', 0, 8 * MiB, 1)
      const pieces = [zeros(1000, 100), zeros(2 * MiB, 6 * MiB), filled(5 * MiB, 10, 3)]
      await rbd.write(image('images/a'), pieces, { freeZeros: true })
      expect(await readRuns(rbd, 'images/a')).toEqual([
        '0 1000 0x01',
        '1000 100 0x00',
        '1100 2096052 0x01',
        '2097152 3145728 0x00',
        '5242880 10 0x03',
        '5242890 11534326 0x00',
      ])
      expect(await extents('images/a')).toEqual(['0 2097152 data', '4194304 1048586 data'])
    })

    describe('copies', () => {
      test('are flat and thin, with the metadata, and tell how far they have come', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 4 * MiB, 0)
        await writeRun(rbd, 'images/a', 4 * MiB, 6 * MiB, 2)
        await rbd.metadata.set(image('images/a'), { key: 'k', value: 'v' })
        await rbd.createSnapshot(snapshot('images/a@s'))
        await writeRun(rbd, 'images/a', 0, 100, 3)
        const parts = await followed(rbd.copies.copy(snapshot('images/a@s'), image('volumes/b')))
        expect(parts).toEqual([...parts].sort((a, b) => a - b))
        expect(parts.at(-1)).toBe(1)
        expect(await readRuns(rbd, 'volumes/b')).toEqual(await readRuns(rbd, 'images/a@s'))
        expect(await usedBytes(rbd, 'volumes/b')).toEqual({ '': 8 * MiB })
        expect(await rbd.metadata.list(image('volumes/b'))).toEqual([{ key: 'k', value: 'v' }])
      })

      test('take the layout of their source unless another is asked for', async () => {
        const striping = { stripeUnitBytes: 64 * KiB, stripeCount: 3 }
        await rbd.createImage(image('images/a'), { sizeBytes: 5 * MiB, order: 20, ...striping })
        await writeRun(rbd, 'images/a', 100_000, 3 * MiB, 4)
        await followed(rbd.copies.copy(image('images/a'), image('volumes/same')))
        expect(await rbd.info(image('volumes/same'))).toMatchObject({ order: 20, ...striping })
        const asked = { order: 16, features: ['layering'], stripeUnitBytes: 64 * KiB, stripeCount: 1 }
        await followed(rbd.copies.copy(image('images/a'), image('volumes/other'), asked))
        expect(await rbd.info(image('volumes/other'))).toMatchObject({ order: 16, features: ['layering'] })
        const original = await readRuns(rbd, 'images/a')
        expect(await readRuns(rbd, 'volumes/same')).toEqual(original)
        expect(await readRuns(rbd, 'volumes/other')).toEqual(original)
      })

      test('do not take a name that is taken', async () => {
        await create('images/a')
        await create('volumes/a')
        expect(await refusal(rbd.copies.copy(image('images/a'), image('volumes/a')))).toBe('already_exists EEXIST')
        expect(await refusal(rbd.copies.deepCopy(image('images/a'), image('volumes/a')))).toBe('already_exists EEXIST')
      })

      test('of deep kind keep snapshots, their protection and the parent', async () => {
        await create('images/p')
        await writeRun(rbd, 'images/p', 0, 8 * MiB, 1)
        await rbd.createSnapshot(snapshot('images/p@base'))
        await rbd.protectSnapshot(snapshot('images/p@base'))
        await rbd.clone(snapshot('images/p@base'), image('volumes/c'))
        await writeRun(rbd, 'volumes/c', MiB, 10, 2)
        await rbd.createSnapshot(snapshot('volumes/c@one'))
        await rbd.protectSnapshot(snapshot('volumes/c@one'))
        await rbd.resize(image('volumes/c'), { sizeBytes: 6 * MiB, allowShrink: true })
        await rbd.createSnapshot(snapshot('volumes/c@two'))
        await rbd.resize(image('volumes/c'), { sizeBytes: 10 * MiB })
        await followed(rbd.copies.deepCopy(image('volumes/c'), image('vms/d')))
        const shown = async (target: string) =>
          (await rbd.listSnapshots(image(target))).map((each) => [each.name, each.sizeBytes, each.protected])
        expect(await shown('vms/d')).toEqual(await shown('volumes/c'))
        expect((await rbd.info(image('vms/d'))).parent).toEqual((await rbd.info(image('volumes/c'))).parent)
        for (const moment of ['@one', '@two', '']) {
          expect(await readRuns(rbd, `vms/d${moment}`)).toEqual(await readRuns(rbd, `volumes/c${moment}`))
        }
        await followed(rbd.copies.deepCopy(snapshot('volumes/c@one'), image('vms/flat'), { flatten: true }))
        expect((await rbd.info(image('vms/flat'))).parent).toBeUndefined()
        expect(await readRuns(rbd, 'vms/flat')).toEqual(await readRuns(rbd, 'volumes/c@one'))
        expect(await shown('vms/flat')).toEqual([['one', 16 * MiB, true]])
      })

      test('end when they are left, half done', async () => {
        await create('images/a', 64 * MiB)
        await writeRun(rbd, 'images/a', 0, 64 * MiB, 1)
        const leave = new AbortController()
        const steps = rbd.copies.copy(image('images/a'), image('volumes/b'), { signal: leave.signal })
        const left = (async () => {
          for await (const _ of steps) leave.abort()
        })()
        await expect(left).rejects.toMatchObject({ code: 'cancelled' })
        expect((await rbd.info(image('volumes/b'))).sizeBytes).toBe(64 * MiB)
      })

      test('sparsify gives back the room of zeros, and nothing else', async () => {
        await create('images/a')
        await writeRun(rbd, 'images/a', 0, 4 * MiB, 0)
        await writeRun(rbd, 'images/a', 4 * MiB, 4 * MiB, 5)
        await writeRun(rbd, 'images/a', 6 * MiB, 2 * MiB, 0)
        const before = await readRuns(rbd, 'images/a')
        expect((await followed(rbd.copies.sparsify(image('images/a')))).at(-1)).toBe(1)
        expect(await readRuns(rbd, 'images/a')).toEqual(before)
        expect(await extents('images/a')).toEqual(['4194304 2097152 data'])
        expect(await refusal(rbd.copies.sparsify(image('images/a'), { sparseBytes: 5000 }))).toBe(
          'invalid_argument EINVAL',
        )
      })
    })
  })
}
