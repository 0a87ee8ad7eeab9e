import { describe, expect, it } from 'vitest'
import { SeededRandom } from '#kernel/random/random.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'

const startMs = Date.UTC(2026, 0, 1)
const chunks = 8
const chunkMs = 40 + 5 + (8 * MiB * 8) / 1e5

function copyOver(clock: Clock) {
  const link = { site: 'dcn0', downBitsPerSecond: 100e6, upBitsPerSecond: 100e6, rttMs: 40 }
  const wan = new FluidWan(clock, new SeededRandom(1), { links: [link] })
  return wan.startTransfer({
    site: 'dcn0',
    direction: 'down',
    class: 'image',
    operation: 'copy-image',
    phases: [
      { kind: 'data', bytes: chunks * 8 * MiB, chunkBytes: 8 * MiB, roundTripPerChunk: true, chunkLatencyMs: 5 },
    ],
  })
}

describe('one copy in both worlds', () => {
  it('lets no chunk go before the model has it arrive, on a real clock at fifty times its speed', async () => {
    const clock = new SystemClock({ realMs: realNow(), simMs: startMs, speed: 50 })
    const transfer = copyOver(clock)
    const order: number[] = []
    const gates = Array.from({ length: chunks }, async (_, i) => {
      await transfer.arrived((i + 1) * 8 * MiB)
      order.push(i)
      return clock.now()
    })
    const released = await Promise.all(gates)
    const { startedMs, endedMs } = await transfer.finished()

    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    for (const [i, at] of released.entries()) expect(at).toBeGreaterThanOrEqual(startedMs + (i + 1) * chunkMs - 0.01)
    expect(endedMs - startedMs).toBeCloseTo(chunks * chunkMs, 2)
  })

  it('takes the same simulated time on a virtual clock', async () => {
    const clock = new VirtualClock(startMs)
    const { startedMs, endedMs } = await clock.runUntil(copyOver(clock).finished())
    expect(endedMs - startedMs).toBeCloseTo(chunks * chunkMs, 2)
    expect(clock.now()).toBe(endedMs)
  })
})
