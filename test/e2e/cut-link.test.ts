import { expect, test } from 'vitest'
import type { CloudCopy } from '#cli/commands/cloud.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { clock, eventually, type LiveDcn, property, startDcn, stores, topology } from '../support/live-dcn.ts'

/** A chunk of 8 MiB takes a minute, or an eighth of a second at this speed; an hour takes seven seconds. */
const speed = 500
const rateBitsPerSecond = 1e6
const rttMs = 40
const storageMs = 5
const chunkBytes = 8 * MiB
const chunkMs = (chunkBytes * 8_000) / rateBitsPerSecond + rttMs + storageMs
const text = topology({ link: 'rate: 1Mbps, rtt: 40ms' })

async function uploaded(dcn: LiveDcn, name: string, chunks: number) {
  const path = dcn.scratch.file(`work/${name}.raw`)
  const bytes = chunks * chunkBytes
  await writeDemoImage({ path, format: 'raw', virtualSizeBytes: bytes, allocatedBytes: bytes, contentSeed: name })
  return dcn.upload(name, path)
}

const usedBytes = async (dcn: LiveDcn, site: string, id: string) => {
  const usage = await (await dcn.cluster(site)).diskUsage({ pool: 'images', image: id }).catch(() => [])
  return usage.reduce((sum, entry) => sum + entry.usedBytes, 0)
}

const copyTo = async (dcn: LiveDcn, store: string, id: string): Promise<CloudCopy | undefined> =>
  (await dcn.cloud.images.listCopies()).findLast((copy) => copy.store === store && copy.imageId === id)

const simulated = (dcn: LiveDcn) => new SystemClock(dcn.state.world().clock)

test('a link cut for a while: the copy stands still and goes on, by the model (W07); other sites do not notice (W03)', async () => {
  await using dcn = await startDcn({ topology: text, speed })
  const big = await uploaded(dcn, 'big', 4)
  const other = await uploaded(dcn, 'other', 1)
  expect((await dcn.copy(big.id, 'dcn0')).exit).toBe(0)
  await eventually('the first chunk at dcn0', async () =>
    (await usedBytes(dcn, 'dcn0', big.id)) >= chunkBytes ? true : undefined,
  )
  const time = simulated(dcn)
  const cutAfterMs = time.now()
  await dcn.cloud.sites.setLink('dcn0', { state: 'down' })
  const cutBeforeMs = time.now()
  const atCut = await usedBytes(dcn, 'dcn0', big.id)

  expect((await dcn.copy(other.id, 'dcn1')).exit).toBe(0)
  expect(stores(await dcn.importOver(other.id))).toEqual(['central', 'dcn1'])
  const { startedMs = 0, endedMs = 0 } = (await copyTo(dcn, 'dcn1', other.id)) ?? {}
  expect((endedMs - startedMs) / chunkMs).toBeGreaterThan(0.98)
  expect((endedMs - startedMs) / chunkMs).toBeLessThan(1.02)

  // What had been sent may still be written; nothing more comes.
  expect(await usedBytes(dcn, 'dcn0', big.id)).toBeLessThanOrEqual(atCut + chunkBytes)
  const stalled = await dcn.cloud.images.get(big.id)
  expect(property(stalled, 'os_glance_importing_to_stores')).toBe('dcn0')
  expect(await copyTo(dcn, 'dcn0', big.id)).toMatchObject({ state: 'writing' })
  expect(await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'images', 'ls')).toContain(big.id)
  await eventually('the hub to miss dcn0 (W16)', async () =>
    (await dcn.cloud.sites.list()).find(({ id }) => id === 'dcn0')?.state === 'down' ? true : undefined,
  )
  expect(await dcn.ok('link', 'list')).toMatch(/dcn0 │ down/)

  const healedAfterMs = time.now()
  expect(await dcn.ok('link', 'up', 'dcn0')).toMatch(/dcn0 │ up/)
  const healedBeforeMs = time.now()
  const image = await dcn.importOver(big.id)
  expect(stores(image)).toEqual(['central', 'dcn0'])
  expect(property(image, 'os_glance_failed_import')).toBe('')
  expect(await dcn.storedHash(big.id, 'dcn0')).toBe(big.osHashValue)
  const healed = (await copyTo(dcn, 'dcn0', big.id))!
  const tookMs = healed.endedMs! - healed.startedMs
  expect(tookMs).toBeGreaterThan(4 * chunkMs * 0.98 + healedAfterMs - cutBeforeMs)
  expect(tookMs).toBeLessThan(4 * chunkMs * 1.02 + healedBeforeMs - cutAfterMs)
  await eventually('dcn0 to be up again', async () =>
    (await dcn.cloud.sites.list()).every(({ state }) => state === 'up') ? true : undefined,
  )
})

test('a link that stays down: the copy holds its lock for an hour (O11, O13)', async () => {
  await using dcn = await startDcn({ topology: text, speed })
  const { id, osHashValue } = await uploaded(dcn, 'big', 4)
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  await eventually('the first chunk at dcn0', async () =>
    (await usedBytes(dcn, 'dcn0', id)) >= chunkBytes ? true : undefined,
  )
  await dcn.ok('link', 'down', 'dcn0')
  const lastSign = async () => (await dcn.cloud.images.listTasks(id))[0]!.updatedMs
  const signMs = await lastSign()
  const time = simulated(dcn)
  let refusedAtMs = 0
  for (;;) {
    const askedMs = time.now()
    const { exit, stderr } = await dcn.copy(id, 'dcn1')
    if (exit === 0) break
    expect(stderr).toContain('Image has active task')
    refusedAtMs = askedMs
    await clock.sleep(200)
  }
  expect(refusedAtMs - signMs).toBeGreaterThan(10 * 60_000)
  expect(time.now() - signMs).toBeGreaterThan(60 * 60_000)
  expect(stores(await dcn.importOver(id))).toEqual(['central', 'dcn1'])
  expect((await dcn.cloud.images.listTasks(id)).map(({ status, message }) => `${status}: ${message}`)).toEqual([
    'failure: Expired lock preempted',
    'success: Copied 32 MiB',
  ])

  await dcn.ok('link', 'up', 'dcn0')
  await eventually('the writer that lost its lock to leave nothing', async () =>
    (await (await dcn.cluster('dcn0')).listImages('images')).length === 0 ? true : undefined,
  )
  expect(stores(await dcn.cloud.images.get(id))).toEqual(['central', 'dcn1'])
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  expect(stores(await dcn.importOver(id))).toEqual(['central', 'dcn1', 'dcn0'])
  for (const store of ['central', 'dcn0', 'dcn1']) expect(await dcn.storedHash(id, store)).toBe(osHashValue)
})

test('while its link is down, nothing can be asked of a site (W02, W14), and what it has stays in reach of itself (W01)', async () => {
  await using dcn = await startDcn({ topology: text, speed })
  const { id } = await uploaded(dcn, 'small', 1)
  await dcn.copy(id, 'dcn0')
  await dcn.importOver(id)
  await dcn.ok('link', 'down', 'dcn0')
  await eventually('dcn0 to be missed', async () =>
    (await dcn.cloud.sites.list()).find((site) => site.id === 'dcn0')?.state === 'down' ? true : undefined,
  )
  await dcn.ok('openstack', 'volume', 'create', '--size', '1', '--availability-zone', 'dcn0', 'unreachable')
  await eventually('an error', async () =>
    (await dcn.cloud.volumes.list({ name: 'unreachable' }))[0]?.status === 'error' ? true : undefined,
  )
  await dcn.ok('openstack', 'volume', 'create', '--size', '1', '--availability-zone', 'dcn1', 'elsewhere')
  await eventually('a volume at dcn1', async () =>
    (await dcn.cloud.volumes.list({ name: 'elsewhere' }))[0]?.status === 'available' ? true : undefined,
  )
  expect(await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'images', 'ls')).toBe(`${id}\n`)
  expect(await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'volumes', 'ls')).toBe('')
  await dcn.ok('link', 'up', 'dcn0')
  await eventually('dcn0 to be back', async () =>
    (await dcn.cloud.sites.list()).every(({ state }) => state === 'up') ? true : undefined,
  )
  await dcn.ok('openstack', 'volume', 'create', '--size', '1', '--availability-zone', 'dcn0', '--image', id, 'again')
  await eventually('a volume at dcn0', async () =>
    (await dcn.cloud.volumes.list({ name: 'again' }))[0]?.status === 'available' ? true : undefined,
  )
})
