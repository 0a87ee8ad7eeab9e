import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestCluster } from '../../support/memory-cluster.ts'
import { image, readRuns, snapshot, writeRun } from '../../support/rbd-bytes.ts'

const MiB = 2 ** 20

test('a restart goes on with tasks that are left, and keeps trash, groups and clones of format 2', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  const store = { kind: 'directory', directory } as const
  try {
    const first = await startTestCluster({ store })
    const { rbd } = first
    await rbd.createImage(image('images/p'), { sizeBytes: 16 * MiB })
    await writeRun(rbd, 'images/p', 0, MiB, 7)
    await rbd.createSnapshot(snapshot('images/p@s'))
    await rbd.clone(snapshot('images/p@s'), image('volumes/c'), { cloneFormat: 2 })
    await rbd.removeSnapshot(snapshot('images/p@s'))
    await rbd.trash.move(image('images/p'), { deferForMs: 1000 })
    await rbd.groups.create({ pool: 'volumes', group: 'g' })
    await rbd.groups.addImage({ pool: 'volumes', group: 'g' }, image('volumes/c'))
    await rbd.groups.createSnapshot({ pool: 'volumes', group: 'g' }, 'one')
    const task = await rbd.tasks.add('remove', image('volumes/c'))
    await expect.poll(async () => (await rbd.tasks.list())[0]!.retryMessage, { timeout: 10_000 }).toContain('snapshot')
    await first.clock.advance(1000)
    await first.cluster.stop()

    const second = await startTestCluster({ store })
    const again = second.rbd
    second.cluster.audit()
    const [parent] = await again.trash.list('images')
    expect(parent).toMatchObject({ name: 'p', source: 'user' })
    expect(await readRuns(again, 'volumes/c', { lengthBytes: 1 })).toEqual(['0 1 0x07'])
    expect(await again.groups.listSnapshots({ pool: 'volumes', group: 'g' })).toEqual(['one'])
    expect((await again.tasks.list()).map(({ id }) => id)).toEqual([task.id])
    await again.groups.remove({ pool: 'volumes', group: 'g' })
    await second.clock.advance(31_000)
    await expect.poll(() => again.tasks.list(), { timeout: 10_000 }).toEqual([])
    expect(await again.listImages('volumes')).toEqual([])
    const kept = { pool: 'images', image: '', id: parent!.id }
    expect(await again.listSnapshots(kept, { all: true })).toEqual([])
    await second.cluster.stop()
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
