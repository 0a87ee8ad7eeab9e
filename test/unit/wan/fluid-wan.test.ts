import { describe, expect, it } from 'vitest'
import {
  CancelledError,
  DeadlineError,
  InvalidArgumentError,
  NotFoundError,
  OutOfRangeError,
} from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'
import type { WanConfig } from '#kernel/wan/link.ts'
import type { DataPhase, Direction, TransferPhase, TransferRequest } from '#kernel/wan/wan.ts'

const Mbit = 1e6
const Gbit = 1e9
const startMs = Date.UTC(2026, 0, 1)

function link(site: string, bitsPerSecond: number, rttMs: number) {
  return { site, downBitsPerSecond: bitsPerSecond, upBitsPerSecond: bitsPerSecond, rttMs }
}

function setup(config: WanConfig) {
  const clock = new VirtualClock(startMs)
  const wan = new FluidWan(clock, new SeededRandom(1), config)
  const elapsed = () => clock.now() - startMs
  return { clock, wan, elapsed }
}

/** As Glance writes an RBD image: 8 MiB, then a round trip and 5 ms of storage. */
function copy(bytes: number): DataPhase {
  return { kind: 'data', bytes, chunkBytes: 8 * MiB, roundTripPerChunk: true, chunkLatencyMs: 5 }
}

function plain(bytes: number): DataPhase {
  return { kind: 'data', bytes, chunkBytes: 8 * MiB, roundTripPerChunk: false, chunkLatencyMs: 0 }
}

function request(site: string, phases: TransferPhase[], direction: Direction = 'down'): TransferRequest {
  return { site, direction, class: 'image', operation: `copy-image to ${site}`, phases }
}

describe('a transfer alone', () => {
  const table = [
    { rttMs: 5, mbits: [98, 870, 4000] },
    { rttMs: 20, mbits: [96, 729, 2100] },
    { rttMs: 40, mbits: [94, 599, 1300] },
    { rttMs: 100, mbits: [86, 390, 601] },
    { rttMs: 200, mbits: [77, 247, 317] },
  ]
  const cells = table.flatMap(({ rttMs, mbits }) =>
    mbits.map((mbit, index) => ({ rttMs, linkMbit: [100, 1000, 10000][index]!, mbit })),
  )

  it.each(cells)('copies at $mbit Mbit/s over $linkMbit Mbit/s and $rttMs ms', async ({ rttMs, linkMbit, mbit }) => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', linkMbit * Mbit, rttMs)] })
    const bytes = 100 * 8 * MiB
    await clock.runUntil(wan.startTransfer(request('dcn0', [copy(bytes)])).finished())
    const measured = (bytes * 8) / (elapsed() / 1000) / Mbit
    const printedTo = mbit >= 1000 ? 100 : 1
    expect(Math.abs(measured - mbit)).toBeLessThanOrEqual(Math.max(0.01 * mbit, printedTo / 2))
    const chunkMs = rttMs + 5 + (8 * MiB * 8) / ((linkMbit * Mbit) / 1000)
    expect(elapsed()).toBeCloseTo(100 * chunkMs, 2)
  })

  it('copies the 112 MiB image of scenario (a) in 10.03 s', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const result = await clock.runUntil(wan.startTransfer(request('dcn0', [copy(112 * MiB)])).finished())
    expect(elapsed() / 1000).toBeCloseTo(10.03, 2)
    expect(elapsed()).toBeCloseTo(14 * (45 + (8 * MiB * 8) / 1e5), 2)
    expect(result).toEqual({ bytes: 112 * MiB, startedMs: startMs, endedMs: clock.now() })
  })

  it('waits as long for a last, shorter chunk as for the others', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const bytes = 17 * MiB + 123
    await clock.runUntil(wan.startTransfer(request('dcn0', [copy(bytes)])).finished())
    expect(elapsed()).toBeCloseTo(3 * 45 + (bytes * 8) / 1e5, 2)
  })

  it('is as slow as the hub if that is narrower than the link', async () => {
    const { clock, wan, elapsed } = setup({ hubIngressBitsPerSecond: 50 * Mbit, links: [link('dcn0', 100 * Mbit, 40)] })
    await clock.runUntil(wan.startTransfer(request('dcn0', [copy(8 * MiB)], 'up')).finished())
    expect(elapsed()).toBeCloseTo(45 + (8 * MiB * 8) / 5e4, 2)
  })

  it('runs its phases one after another, holes as waits that carry no bytes (O35)', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const hole: TransferPhase = { kind: 'hole', chunks: 10, chunkLatencyMs: 5 }
    const transfer = wan.startTransfer(request('dcn0', [copy(8 * MiB), hole, copy(MiB)], 'up'))
    const chunkMs = 45 + (8 * MiB * 8) / 1e5

    await clock.runUntil(transfer.arrived(8 * MiB))
    expect(elapsed()).toBeCloseTo(chunkMs, 2)
    await clock.advance(200)
    expect(transfer.progressBytes()).toBe(8 * MiB)
    await clock.runUntil(transfer.finished())
    expect(elapsed()).toBeCloseTo(chunkMs + 450 + 45 + (MiB * 8) / 1e5, 2)
    expect(wan.traffic().map(({ bytes }) => bytes)).toEqual([9 * MiB])
  })

  it('lets each chunk go when its last byte has arrived, in order', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const transfer = wan.startTransfer(request('dcn0', [copy(32 * MiB)]))
    const seen: number[] = []
    const waits = [4, 1, 3, 2].map(async (chunk) => {
      await transfer.arrived(chunk * 8 * MiB)
      seen.push(chunk)
      expect(elapsed()).toBeCloseTo(chunk * (45 + (8 * MiB * 8) / 1e5), 2)
      expect(transfer.progressBytes()).toBeGreaterThanOrEqual(chunk * 8 * MiB)
    })
    await clock.runUntil(Promise.all(waits))
    expect(seen).toEqual([1, 2, 3, 4])
  })

  it('needs no timer when nothing limits it', async () => {
    const { wan, elapsed } = setup({ links: [link('dcn0', Number.POSITIVE_INFINITY, 0)] })
    const transfer = wan.startTransfer(request('dcn0', [{ ...copy(64 * MiB), chunkLatencyMs: 0 }]))
    await transfer.arrived(8 * MiB)
    await transfer.finished()
    await wan.message({ site: 'dcn0', direction: 'up', class: 'control', operation: 'heartbeat', bytes: 100 })
    expect(elapsed()).toBe(0)
    expect(wan.traffic().map(({ bytes, messages }) => [bytes, messages])).toEqual([
      [64 * MiB, 0],
      [100, 1],
    ])
  })
})

describe('transfers together', () => {
  it('do not disturb each other on links of their own', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40), link('dcn1', 100 * Mbit, 40)] })
    const both = ['dcn0', 'dcn1'].map((site) => wan.startTransfer(request(site, [copy(112 * MiB)])).finished())
    await clock.runUntil(Promise.all(both))
    expect(elapsed() / 1000).toBeCloseTo(10.03, 2)
  })

  it("share the hub's egress and go on alone at full rate", async () => {
    const { clock, wan, elapsed } = setup({
      hubEgressBitsPerSecond: 100 * Mbit,
      links: [link('dcn0', 100 * Mbit, 0), link('dcn1', 100 * Mbit, 0)],
    })
    const short = wan.startTransfer(request('dcn0', [plain(10e6)]))
    const long = wan.startTransfer(request('dcn1', [plain(20e6)]))
    await clock.runUntil(short.finished())
    expect(elapsed()).toBeCloseTo(1600, 3)
    expect(long.progressBytes()).toBe(10e6)
    await clock.runUntil(long.finished())
    expect(elapsed()).toBeCloseTo(2400, 3)
  })

  it('leave to others what their waits keep them from using', async () => {
    const { clock, wan } = setup({
      hubEgressBitsPerSecond: 1 * Gbit,
      links: [link('far', 1 * Gbit, 200), link('near', 1 * Gbit, 0)],
    })
    const far = wan.startTransfer(request('far', [copy(80 * MiB)]))
    const near = wan.startTransfer(request('near', [plain(1000 * MiB)]))
    await clock.advance(1000)
    const farMbit = (8 * MiB * 8) / (205 + (8 * MiB * 8) / 1e6) / 1000
    expect((far.progressBytes() * 8) / Mbit).toBeCloseTo(farMbit, 3)
    expect((near.progressBytes() * 8) / Mbit).toBeCloseTo(1000 - farMbit, 3)
    wan.close()
  })

  it('keep the two directions of a link apart', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 0)] })
    const directions = ['down', 'up'] as const
    const both = directions.map((direction) => wan.startTransfer(request('dcn0', [plain(12.5e6)], direction)))
    await clock.runUntil(Promise.all(both.map((transfer) => transfer.finished())))
    expect(elapsed()).toBeCloseTo(1000, 3)
  })
})

describe('a change of the link', () => {
  it('acts at once on a new rate', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 0)] })
    const transfer = wan.startTransfer(request('dcn0', [plain(25e6)]))
    await clock.advance(1000)
    wan.setLink('dcn0', { bandwidthBitsPerSecond: 50 * Mbit })
    await clock.runUntil(transfer.finished())
    expect(elapsed()).toBeCloseTo(3000, 3)
    expect(wan.link('dcn0')).toEqual({ ...link('dcn0', 50 * Mbit, 0), state: 'up' })
  })

  it('acts at once on waits: a longer round trip slows the copy and stretches the hole', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const hole: TransferPhase = { kind: 'hole', chunks: 10, chunkLatencyMs: 0 }
    const transfer = wan.startTransfer(request('dcn0', [hole, copy(8 * MiB)]))
    await clock.advance(200)
    wan.setLink('dcn0', { rttMs: 100 })
    await clock.runUntil(transfer.finished())
    expect(elapsed()).toBeCloseTo(200 + 5 * 100 + 105 + (8 * MiB * 8) / 1e5, 2)
  })

  it('cuts a transfer off for exactly as long as the link is down', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    const transfer = wan.startTransfer(request('dcn0', [copy(112 * MiB)]))
    await clock.advance(3000)
    wan.setLink('dcn0', { state: 'down' })
    const before = transfer.progressBytes()
    await clock.advance(60_000)
    expect(transfer.progressBytes()).toBe(before)
    wan.setLink('dcn0', { state: 'up' })
    await clock.runUntil(transfer.finished())
    expect(elapsed()).toBeCloseTo(60_000 + 14 * (45 + (8 * MiB * 8) / 1e5), 2)
  })

  it('stops the waits of holes and of messages while the link is down', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', Number.POSITIVE_INFINITY, 40)] })
    const hole = wan.startTransfer(request('dcn0', [{ kind: 'hole', chunks: 10, chunkLatencyMs: 0 }]))
    const message = wan.message({ site: 'dcn0', direction: 'down', class: 'control', operation: 'ping', bytes: 0 })
    await clock.advance(10)
    wan.setLink('dcn0', { state: 'down' })
    await clock.advance(1000)
    wan.setLink('dcn0', { state: 'up' })
    await clock.runUntil(message)
    expect(elapsed()).toBeCloseTo(1020, 3)
    await clock.runUntil(hole.finished())
    expect(elapsed()).toBeCloseTo(1400, 3)
  })

  it('swallows what is sent while the link is down, even what would take no time, until it heals', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', Number.POSITIVE_INFINITY, 0)] })
    wan.setLink('dcn0', { state: 'down' })
    let arrived = 0
    const ping = { site: 'dcn0', direction: 'down', class: 'control', operation: 'ping' } as const
    const sent = [
      wan.message({ ...ping, bytes: 0 }),
      wan.message({ ...ping, bytes: 1000 }),
      wan.startTransfer(request('dcn0', [copy(0), plain(MiB)])).finished(),
    ].map((promise) => promise.then(() => arrived++))
    await clock.advance(5000)
    expect(arrived).toBe(0)
    expect(wan.traffic().map(({ bytes, messages }) => bytes + messages)).toEqual([0, 0])
    wan.setLink('dcn0', { state: 'up' })
    await Promise.all(sent)
    expect(elapsed()).toBe(5000)
  })

  it('is refused if it makes no sense, and for a site without a link', () => {
    const { wan } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    expect(() => wan.setLink('dcn0', { rttMs: -1 })).toThrow(InvalidArgumentError)
    expect(() => wan.setLink('dcn0', { downBitsPerSecond: Number.NaN })).toThrow(InvalidArgumentError)
    expect(() => wan.setLink('central', { rttMs: 1 })).toThrow(NotFoundError)
    expect(() => wan.startTransfer(request('central', [copy(1)]))).toThrow(NotFoundError)
    expect(wan.links()).toEqual([{ ...link('dcn0', 100 * Mbit, 40), state: 'up' }])
  })
})

describe('giving up', () => {
  it('on a transfer ends its flow, frees its share and keeps what had crossed in the count', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 100 * Mbit, 0)] })
    const first = wan.startTransfer(request('dcn0', [plain(100e6)]))
    const second = wan.startTransfer({ ...request('dcn0', [plain(12.5e6)]), operation: 'other' })
    await clock.advance(1000)
    const waiting = first.finished()
    first.cancel()
    first.cancel()
    await expect(waiting).rejects.toThrow(CancelledError)
    await expect(first.arrived(50e6)).rejects.toThrow(CancelledError)
    await first.arrived(6e6)
    await clock.runUntil(second.finished())
    expect(elapsed()).toBeCloseTo(1500, 3)
    expect(wan.traffic().map(({ bytes }) => bytes)).toEqual([6.25e6, 12.5e6])
  })

  it('on a wait leaves the transfer alone', async () => {
    const { clock, wan } = setup({ links: [link('dcn0', 100 * Mbit, 0)] })
    const transfer = wan.startTransfer(request('dcn0', [plain(25e6)]))
    const giveUp = new AbortController()
    const waiting = transfer.arrived(12.5e6, { signal: giveUp.signal })
    giveUp.abort()
    await expect(waiting).rejects.toThrow(CancelledError)
    await expect(transfer.finished({ signal: giveUp.signal })).rejects.toThrow(CancelledError)
    await clock.runUntil(transfer.finished())
    expect(transfer.progressBytes()).toBe(25e6)
  })

  it('on a message that a dead link holds ends it with the reason of whoever gave up', async () => {
    const { clock, wan } = setup({ links: [link('dcn0', 100 * Mbit, 40)] })
    wan.setLink('dcn0', { state: 'down' })
    const ping = { site: 'dcn0', direction: 'up', class: 'control', operation: 'ping', bytes: 100 } as const
    const giveUp = new AbortController()
    const message = wan.message(ping, { signal: giveUp.signal })
    await clock.advance(1000)
    giveUp.abort(new DeadlineError('too late'))
    await expect(message).rejects.toThrow(DeadlineError)
    await expect(wan.message(ping, { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
    wan.setLink('dcn0', { state: 'up' })
    await clock.advance(1000)
    expect(wan.traffic().map(({ bytes, messages }) => [bytes, messages])).toEqual([[0, 0]])
  })

  it('asks for no byte that the transfer does not have', async () => {
    const { wan } = setup({ links: [link('dcn0', 100 * Mbit, 0)] })
    const transfer = wan.startTransfer(request('dcn0', [plain(10)]))
    await expect(transfer.arrived(11)).rejects.toThrow(OutOfRangeError)
  })
})

describe('a message', () => {
  it('takes its bytes at the rate it gets, then half a round trip', async () => {
    const { clock, wan, elapsed } = setup({ links: [link('dcn0', 8 * Mbit, 40)] })
    const ping = { site: 'dcn0', direction: 'up', class: 'control', operation: 'ping', bytes: 1000 } as const
    await clock.runUntil(wan.message(ping))
    expect(elapsed()).toBeCloseTo(1 + 20, 3)
    const bulk = wan.startTransfer(request('dcn0', [plain(MiB)], 'up'))
    await clock.runUntil(wan.message(ping))
    expect(elapsed()).toBeCloseTo(21 + 2 + 20, 3)
    bulk.cancel()
    expect(wan.traffic()[0]).toEqual({
      site: 'dcn0',
      direction: 'up',
      class: 'control',
      operation: 'ping',
      bytes: 2000,
      messages: 2,
    })
  })

  it('is early or late by the jitter of its link, the same way for the same seed', async () => {
    const delays = async () => {
      const { clock, wan, elapsed } = setup({ links: [{ ...link('dcn0', Number.POSITIVE_INFINITY, 40), jitterMs: 5 }] })
      const seen: number[] = []
      for (let i = 0; i < 50; i++) {
        const before = elapsed()
        await clock.runUntil(
          wan.message({ site: 'dcn0', direction: 'up', class: 'control', operation: 'ping', bytes: 1 }),
        )
        seen.push(elapsed() - before)
      }
      return seen
    }
    const first = await delays()
    expect(Math.min(...first)).toBeGreaterThanOrEqual(15)
    expect(Math.max(...first)).toBeLessThanOrEqual(25)
    expect(new Set(first.map(Math.round)).size).toBeGreaterThan(5)
    expect(await delays()).toEqual(first)
  })
})

describe('traffic', () => {
  it('counts by link, direction, class and operation, what is under way included', async () => {
    const { clock, wan } = setup({ links: [link('dcn1', 80 * Mbit, 0), link('dcn0', 80 * Mbit, 0)] })
    wan.startTransfer(request('dcn1', [plain(100e6)]))
    wan.startTransfer(request('dcn0', [plain(100e6)], 'up'))
    wan.startTransfer({ ...request('dcn0', [plain(5e6)]), class: 'backup', operation: 'nightly' })
    await clock.advance(1000)
    expect(
      wan.traffic().map(({ site, direction, class: c, operation, bytes }) => [site, direction, c, operation, bytes]),
    ).toEqual([
      ['dcn0', 'down', 'backup', 'nightly', 5e6],
      ['dcn0', 'up', 'image', 'copy-image to dcn0', 10e6],
      ['dcn1', 'down', 'image', 'copy-image to dcn1', 10e6],
    ])
  })
})
