import { expect, test } from 'vitest'
import type { CloudCopy } from '#cli/commands/cloud.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { eventually, type LiveDcn, startDcn, topology } from '../support/live-dcn.ts'

const chunks = 8
const chunkBytes = 8 * MiB
const imageBytes = chunks * chunkBytes
const storageMs = 5

/** Requirements 2.6: each chunk takes its bytes at the link's rate, a round trip, and the cluster's time. */
const chunkMs = (bitsPerSecond: number, rttMs: number) => (chunkBytes * 8_000) / bitsPerSecond + rttMs + storageMs

async function uploaded(dcn: LiveDcn) {
  const path = dcn.scratch.file('work/image.raw')
  const sizes = { virtualSizeBytes: imageBytes, allocatedBytes: imageBytes }
  await writeDemoImage({ path, format: 'raw', ...sizes, contentSeed: 1 })
  return dcn.upload('image', path)
}

async function copyRecord(dcn: LiveDcn, id: string, store: string): Promise<CloudCopy & { endedMs: number }> {
  const copy = (await dcn.cloud.images.listCopies()).findLast((found) => found.imageId === id && found.store === store)
  if (copy?.state !== 'done' || copy.endedMs === undefined) throw new Error(`no copy to ${store} is done`)
  return { ...copy, endedMs: copy.endedMs }
}

const within = (share: number, actual: number, expected: number) => {
  expect(actual).toBeGreaterThan(expected * (1 - share))
  expect(actual).toBeLessThan(expected * (1 + share))
}

test.each([
  { rate: 100e6, rttMs: 40, speed: 4 },
  { rate: 20e6, rttMs: 400, speed: 20 },
])('a copy at $rate bit/s and $rttMs ms takes what the model says, within 2 %', async ({ rate, rttMs, speed }) => {
  const link = `rate: ${rate / 1e6}Mbps, rtt: ${rttMs}ms`
  await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'], link }), speed })
  const { id, osHashValue } = await uploaded(dcn)
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  await dcn.importOver(id)
  const { startedMs, endedMs, bytes } = await copyRecord(dcn, id, 'dcn0')
  within(0.02, endedMs - startedMs, chunks * chunkMs(rate, rttMs))
  expect(bytes).toBe(imageBytes)
  expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
})

test('two copies that share the hub take twice as long, each by the record', async () => {
  const shared = topology({ link: 'rate: 40Mbps, rtt: 10ms' }).replace('sites:', 'hubEgress: 40Mbps\nsites:')
  await using dcn = await startDcn({ topology: shared, speed: 4 })
  const first = await uploaded(dcn)
  await dcn.ok('glance', 'image-download', '--file', 'again.raw', first.id)
  const second = await dcn.upload('second', dcn.scratch.file('work/again.raw'))
  await Promise.all([dcn.copy(first.id, 'dcn0'), dcn.copy(second.id, 'dcn1')])
  await Promise.all([dcn.importOver(first.id), dcn.importOver(second.id)])
  const [a, b] = [await copyRecord(dcn, first.id, 'dcn0'), await copyRecord(dcn, second.id, 'dcn1')]
  // While both run each has half of the hub's rate; the time in which one runs alone has all of it.
  const overlapMs = Math.min(a.endedMs, b.endedMs) - Math.max(a.startedMs, b.startedMs)
  const alone = Math.max(a.endedMs, b.endedMs) - Math.min(a.startedMs, b.startedMs) - overlapMs
  const sentBytes = (overlapMs * 40e6) / 8_000 + (alone * chunkBytes) / chunkMs(40e6, 10)
  within(0.05, sentBytes, 2 * imageBytes)
  expect(overlapMs).toBeGreaterThan(chunkMs(20e6, 10))
})

test('a link that gets slower in the middle of a copy: the rest takes longer, by the model', async () => {
  const fast = 40e6
  const slow = 10e6
  const rttMs = 20
  const link = `rate: ${fast / 1e6}Mbps, rtt: ${rttMs}ms`
  await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'], link }), speed: 8 })
  const { id } = await uploaded(dcn)
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  await eventually('two chunks at dcn0', async () => {
    const usage = await (await dcn.cluster('dcn0')).diskUsage({ pool: 'images', image: id }).catch(() => [])
    return usage.some(({ usedBytes }) => usedBytes >= 2 * chunkBytes) ? true : undefined
  })
  const time = new SystemClock(dcn.state.world().clock)
  const earliestMs = time.now()
  await dcn.cloud.sites.setLink('dcn0', { downBitsPerSecond: slow })
  const latestMs = time.now()
  await dcn.importOver(id)
  const { startedMs, endedMs } = await copyRecord(dcn, id, 'dcn0')
  /** How long it takes when the change comes `ms` after the start. */
  const modelMs = (ms: number) => ms + (chunks - ms / chunkMs(fast, rttMs)) * chunkMs(slow, rttMs)
  expect(endedMs - startedMs).toBeGreaterThan(modelMs(latestMs - startedMs) * 0.98)
  expect(endedMs - startedMs).toBeLessThan(modelMs(earliestMs - startedMs) * 1.02)
  expect(endedMs - startedMs).toBeGreaterThan(1.2 * chunks * chunkMs(fast, rttMs))
})
