import { describe, expect, test } from 'vitest'
import { MiB, startTestCluster } from '../../support/memory-cluster.ts'
import { image, snapshot } from '../../support/rbd-bytes.ts'

const target = image('volumes/v')

async function withImage() {
  const { rbd, clock } = await startTestCluster()
  await rbd.createImage(target, { sizeBytes: MiB })
  const lock = async () => (await rbd.listDetailed('volumes'))[0]!.lock
  const write = () => rbd.write(target, [{ kind: 'zero', offset: 0, lengthBytes: 4096 }])
  return { rbd, clock, lock, write }
}

describe('a guest that is attached by name', () => {
  test('has the lock at once (A60), and keeps it through snapshots and resizes (A68)', async () => {
    const { rbd, lock } = await withImage()
    await rbd.attach(target, { owner: 'guest' })
    await rbd.createSnapshot(snapshot('volumes/v@s'))
    await rbd.resize(target, { sizeBytes: 2 * MiB })
    expect((await rbd.listDetailed('volumes')).map((row) => row.lock)).toEqual(['exclusive', undefined])
    await rbd.detach(target, { owner: 'guest' })
    expect(await lock()).toBeUndefined()
  })

  test('loses it to another writer, and stays a watcher', async () => {
    const { rbd, lock, write } = await withImage()
    await rbd.attach(target, { owner: 'guest' })
    await write()
    expect(await lock()).toBeUndefined()
    expect((await rbd.info(target)).watchers).toEqual(['guest'])
    expect(await rbd.clients.watchers(target)).toHaveLength(1)
  })

  test('is without it while somebody has set a lock by hand', async () => {
    const { rbd } = await withImage()
    await rbd.locks.add(target, { id: 'mine' })
    await rbd.attach(target, { owner: 'guest' })
    expect((await rbd.locks.list(target))!.lockers.map(({ id }) => id)).toEqual(['mine'])
  })
})

describe('the writer of a stream', () => {
  test('is a watcher with the lock until it is done', async () => {
    const { rbd, lock } = await withImage()
    const seen: unknown[] = []
    async function* pieces() {
      yield { kind: 'zero', offset: 0, lengthBytes: 4096 } as const
      seen.push(await lock(), (await rbd.clients.watchers(target)).length)
    }
    await rbd.write(target, pieces())
    expect(seen).toEqual(['exclusive', 1])
    expect(await rbd.clients.watchers(target)).toEqual([])
    expect(await lock()).toBeUndefined()
  })

  test('that gives up between two pieces has closed the image', async () => {
    const { rbd } = await withImage()
    const giveUp = new AbortController()
    async function* pieces() {
      yield { kind: 'zero', offset: 0, lengthBytes: 4096 } as const
      giveUp.abort()
      yield { kind: 'zero', offset: 4096, lengthBytes: 4096 } as const
    }
    await expect(rbd.write(target, pieces(), { signal: giveUp.signal })).rejects.toMatchObject({ code: 'cancelled' })
    await rbd.removeImage(target)
  })
})

test('a removal waits for a dead holder of the lock, then breaks it', async () => {
  const { rbd, clock } = await withImage()
  const death = new AbortController()
  const held = await rbd.clients.hold(target, { lock: 'take', signal: death.signal })
  death.abort()
  const start = clock.now()
  await clock.runUntil(rbd.removeImage(target))
  expect(clock.now() - start).toBe(30_000)
  expect((await rbd.blocklist.list()).map(({ address }) => address)).toEqual([held.watcher.address])
})

test('addresses and client numbers are never the same twice', async () => {
  const { rbd } = await withImage()
  const held = await Promise.all(Array.from({ length: 50 }, () => rbd.clients.hold(target)))
  expect(new Set(held.map(({ watcher }) => watcher.address)).size).toBe(50)
  expect(new Set(held.map(({ watcher }) => watcher.client)).size).toBe(50)
})
