import { describe, expect, it } from 'vitest'
import { CancelledError } from '#kernel/errors/domain-error.ts'
import { type Random, SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'
import type { TransferPhase } from '#kernel/wan/wan.ts'

const sites = ['dcn0', 'dcn1', 'dcn2', 'dcn3']
const hubBitsPerSecond = 200e6

function phases(random: Random): TransferPhase[] {
  const copy = {
    kind: 'data' as const,
    bytes: 1 + random.integer(40 * MiB),
    chunkBytes: 8 * MiB,
    roundTripPerChunk: random.next() < 0.7,
    chunkLatencyMs: random.next() < 0.5 ? 5 : 0,
  }
  return random.next() < 0.3 ? [copy, { kind: 'hole', chunks: random.integer(50), chunkLatencyMs: 5 }, copy] : [copy]
}

/** Ten minutes of copies, messages, outages, new rates and cancellations; returns a log of all that ended. */
async function tenMinutes(seed: number) {
  const random = new SeededRandom(seed)
  const clock = new VirtualClock()
  const wan = new FluidWan(clock, random, {
    hubEgressBitsPerSecond: hubBitsPerSecond,
    links: sites.map((site, i) => ({
      site,
      downBitsPerSecond: (i + 1) * 50e6,
      upBitsPerSecond: 50e6,
      rttMs: 20 * i,
      jitterMs: i,
    })),
  })
  const log: string[] = []
  let finishedBytes = 0
  let cancelledBytes = 0
  const ended: Promise<void>[] = []
  for (let i = 0; i < 200; i++) {
    const site = sites[random.integer(sites.length)]!
    const direction = random.next() < 0.7 ? 'down' : 'up'
    const label = { site, direction, class: 'image', operation: `copy ${i % 7}` } as const
    const dice = random.next()
    if (dice < 0.15) wan.setLink(site, { state: wan.link(site).state === 'up' ? 'down' : 'up' })
    else if (dice < 0.25) wan.setLink(site, { bandwidthBitsPerSecond: (1 + random.integer(100)) * 1e6 })
    else if (dice < 0.3) wan.setLink(site, { rttMs: random.integer(100) })
    else if (dice < 0.45) {
      const bytes = random.integer(1000)
      ended.push(
        wan.message({ ...label, bytes }).then(() => {
          finishedBytes += bytes
          log.push(`${i} message at ${clock.now()}`)
        }),
      )
    } else {
      const transfer = wan.startTransfer({ ...label, phases: phases(random) })
      const give = random.next() < 0.1 ? clock.sleep(2000).then(() => transfer.cancel()) : undefined
      ended.push(
        transfer.finished().then(
          ({ bytes, endedMs }) => {
            finishedBytes += bytes
            log.push(`${i} finished at ${endedMs}`)
          },
          (thrown: unknown) => {
            if (!(thrown instanceof CancelledError)) throw thrown
            cancelledBytes += transfer.progressBytes()
            log.push(`${i} cancelled with ${transfer.progressBytes()}`)
          },
        ),
      )
      void give
    }
    await clock.advance(random.integer(6000))
    checkHub(wan, clock.now())
  }
  for (const site of sites) wan.setLink(site, { state: 'up' })
  await clock.runUntil(Promise.all(ended))
  return { log, traffic: wan.traffic(), finishedBytes, cancelledBytes }
}

/** INV08: no more bytes than cap x time. */
function checkHub(wan: FluidWan, elapsedMs: number): void {
  const down = wan.traffic().filter(({ direction }) => direction === 'down')
  expect(down.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual((hubBitsPerSecond / 8000) * elapsedMs + 1)
}

describe('a busy cloud', () => {
  it.each([1, 2, 3, 4, 5])(
    'counts every byte once, ends everything, and repeats itself exactly (seed %i)',
    async (seed) => {
      const first = await tenMinutes(seed)
      const crossed = first.traffic.reduce((sum, { bytes }) => sum + bytes, 0)
      expect(crossed).toBe(first.finishedBytes + first.cancelledBytes)
      expect(first.log.length).toBeGreaterThan(100)
      expect(await tenMinutes(seed)).toEqual(first)
    },
  )
})
