import { describe, expect, it } from 'vitest'
import { ImageCache } from '#edge/cache/image-cache.ts'
import { MemoryHostDisk } from '#edge/cache/memory-host-disk.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { FakeHub } from '../../support/fake-hub.ts'

const hour = 3_600_000
const host = 'dcn0-compute-0'

function setUp() {
  const clock = new VirtualClock(1_700_000_000_000)
  const hub = new FakeHub()
  const hostDisk = new MemoryHostDisk(clock)
  const cache = new ImageCache(
    { clock, random: new SeededRandom('cache'), hub, hostDisk },
    { hosts: [host, 'dcn0-compute-1'] },
  )
  const put = (id: string) => hub.put({ id, content: [...runs(noise(id, MiB))] })
  return { clock, hub, hostDisk, cache, put }
}

describe('the image cache of a host', () => {
  it('keeps an image under the SHA-1 of its id in _base (D60)', async () => {
    const { cache, hostDisk, put } = setUp()
    const cached = await cache.fetch(host, put('8083c7e7-32d8-4f7a-b1da-0ed7884f1076'))
    expect(cached.path).toBe(`${host}/_base/b7029045497f3dcebff3217080767dbf6b7c13d8`)
    expect(await hostDisk.list(`${host}/_base`)).toHaveLength(1)
  })

  it('downloads once for all who wait, and not again (O46, P01)', async () => {
    const { cache, hub, put } = setUp()
    const image = put('i')
    await Promise.all([1, 2, 3].map(() => cache.fetch(host, image)))
    await cache.fetch(host, image)
    expect(hub.downloads).toBe(1)
    await cache.fetch('dcn0-compute-1', image)
    expect(hub.downloads).toBe(2)
  })

  it('goes on downloading while one still waits, and stops when the last gives up', async () => {
    const { cache, hub, hostDisk, put } = setUp()
    const image = put('i')
    const [gate, began] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    hub.beforePiece = () => {
      began.resolve()
      return gate.promise
    }
    const leaver = new AbortController()
    const left = cache.fetch(host, image, leaver.signal)
    const stayed = cache.fetch(host, image)
    await began.promise
    leaver.abort()
    await expect(left).rejects.toMatchObject({ code: 'cancelled' })
    gate.resolve()
    await stayed

    const other = put('other')
    hub.beforePiece = async () => last.abort()
    const last = new AbortController()
    await expect(cache.fetch(host, other, last.signal)).rejects.toMatchObject({ code: 'cancelled' })
    expect(await hostDisk.list(`${host}/_base`)).toHaveLength(1)
  })

  it('forgets what nobody has used for a day, but not what servers were made from (O48)', async () => {
    const { cache, clock, put } = setUp()
    const [old, used, fresh] = [put('old'), put('used'), put('fresh')]
    const { path } = await cache.fetch(host, old)
    cache.addUser((await cache.fetch(host, used)).path, 'server')
    await clock.advance(12 * hour)
    await cache.fetch(host, fresh)
    await clock.advance(13 * hour)
    expect(await cache.prune()).toEqual([path])
    expect(await cache.find(host, 'used')).toBeDefined()
    cache.releaseServer('server')
    await clock.advance(25 * hour)
    expect(await cache.prune()).toHaveLength(2)
  })

  it('is looked after every 2400 s, and left alone while nothing in it can grow old', async () => {
    const { cache, clock, hostDisk, put } = setUp()
    const stop = new AbortController()
    const managing = cache.manage(stop.signal)
    await clock.advance(hour)
    await cache.fetch(host, put('i'))
    await clock.advance(24 * hour)
    expect(await hostDisk.list(`${host}/_base`)).toHaveLength(1)
    await clock.advance(hour)
    expect(await hostDisk.list(`${host}/_base`)).toEqual([])
    // Nothing is left that would ever wake it: a world that waits for it is idle.
    await expect(clock.runUntil(managing)).rejects.toThrow('idle')
    stop.abort()
    await managing
  })

  it('drops what a crash left unfinished, and nothing else', async () => {
    const { cache, hostDisk, put } = setUp()
    await cache.fetch(host, put('i'))
    for (const path of [`${host}/_base/x.part`, `${host}/conversion/v.part`]) {
      await (await hostDisk.create(path)).close()
    }
    await cache.recover()
    expect(await hostDisk.list(`${host}/_base`)).toHaveLength(1)
    expect(await hostDisk.list(`${host}/conversion`)).toEqual([])
  })
})
