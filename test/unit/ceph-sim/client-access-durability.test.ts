import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connectAdmin, MiB, startTestCluster } from '../../support/memory-cluster.ts'
import { image } from '../../support/rbd-bytes.ts'

test('locks set by hand, the block list and plain objects survive a restart; watchers do not', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  const store = { kind: 'directory', directory } as const
  try {
    const first = await startTestCluster({ store })
    await first.rbd.createImage(image('images/a'), { sizeBytes: MiB })
    await first.rbd.attach(image('images/a'), { owner: 'guest' })
    await first.rbd.createImage(image('images/b'), { sizeBytes: MiB })
    await first.rbd.locks.add(image('images/b'), { id: 'mine' })
    await first.rbd.blocklist.add('127.0.0.1:0/7')
    await first.rbd.objects.put({ pool: 'images', name: 'note' }, Buffer.from('hello'))
    const lock = await connectAdmin(first.cluster).locks.list(image('images/b'))
    await first.cluster.stop()

    const { rbd, cluster } = await startTestCluster({ store })
    expect(await rbd.locks.list(image('images/b'))).toEqual(lock)
    expect((await rbd.blocklist.list()).map(({ address }) => address)).toEqual(['127.0.0.1:0/7'])
    expect(await rbd.objects.stat({ pool: 'images', name: 'note' })).toMatchObject({ sizeBytes: 5 })
    expect(await rbd.clients.watchers(image('images/a'))).toEqual([])
    expect(await rbd.locks.list(image('images/a'))).toBeUndefined()
    await cluster.stop()
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
