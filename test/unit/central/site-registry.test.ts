import { beforeEach, describe, expect, it } from 'vitest'
import { type SiteEndpoint, SiteRegistry } from '#central/sites/site-registry.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { AlreadyExistsError, UnavailableError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'
import type { SiteAgent } from '#openstack/site-agent.ts'

describe('the registry of sites', () => {
  let clock: VirtualClock
  let wan: FluidWan
  let registry: SiteRegistry
  beforeEach(() => {
    clock = new VirtualClock(1_000_000)
    const link = { downBitsPerSecond: 1e9, upBitsPerSecond: 1e9, rttMs: 40 }
    wan = new FluidWan(clock, new SeededRandom(1), { links: [{ site: 'dcn0', ...link }] })
    const settings = [
      { id: 'central', role: 'hub' as const, hosts: ['central-0'] },
      { id: 'dcn0', role: 'edge' as const, hosts: ['dcn0-0'] },
    ]
    registry = new SiteRegistry(clock, wan, settings, 60_000)
  })

  const endpoint = (
    site: string,
    options: { agentAddress?: string; rbd?: Partial<Rbd>; onClose?: () => void } = {},
  ): SiteEndpoint => ({
    site,
    fsid: `fsid of ${site}`,
    agent: { computeLog: async () => [] } as Partial<SiteAgent> as SiteAgent,
    rbd: (options.rbd ?? { listImages: async () => [] }) as Rbd,
    agentAddress: options.agentAddress ?? `${site}:1`,
    blockStoreAddress: `${site}:2`,
    close: options.onClose ?? (() => {}),
  })
  const states = () => registry.status().map(({ id, state }) => `${id} ${state}`)

  it('knows which site is up by what it reports, and the hub by itself (W16)', async () => {
    expect(states()).toEqual(['central never-seen', 'dcn0 never-seen'])
    registry.register(endpoint('central'))
    registry.register(endpoint('dcn0'))
    await clock.advance(59_999)
    expect(states()).toEqual(['central up', 'dcn0 up'])
    await clock.advance(1)
    expect(states()).toEqual(['central up', 'dcn0 down'])
    registry.heartbeat('dcn0')
    expect(registry.isUp('dcn0')).toBe(true)
    expect(registry.status()[1]).toMatchObject({ fsid: 'fsid of dcn0', lastSeenMs: 1_060_000, agentAddress: 'dcn0:1' })
  })

  it('has a site register before it may report, and refuses strangers', () => {
    expect(() => registry.heartbeat('dcn0')).toThrow(
      expect.objectContaining({ code: 'unavailable', message: 'site dcn0 has not registered with the hub yet' }),
    )
    expect(() => registry.connection('dcn0')).toThrow(expect.objectContaining({ code: 'unavailable' }))
    expect(() => registry.register(endpoint('dcn9'))).toThrow(
      expect.objectContaining({ code: 'not_found', message: 'there is no site dcn9' }),
    )
    expect(registry.exists('dcn9')).toBe(false)
    expect(registry.hub).toBe('central')
  })

  it('lets callers wait for a site, until they give up', async () => {
    const gaveUp = new AbortController()
    const impatient = registry.reach('dcn0', { signal: gaveUp.signal })
    const patient = registry.reach('dcn0')
    gaveUp.abort(new Error('enough'))
    await expect(impatient).rejects.toThrow('enough')
    registry.register(endpoint('dcn0'))
    expect(await patient).toMatchObject({ id: 'dcn0', fsid: 'fsid of dcn0', local: false })
  })

  it('keeps the connections to a site that comes back at its old address, and drops those to another', () => {
    const closed: string[] = []
    registry.register(endpoint('dcn0', { onClose: () => closed.push('first') }))
    registry.register(endpoint('dcn0', { onClose: () => closed.push('second') }))
    expect(closed).toEqual(['second'])
    registry.register(endpoint('dcn0', { agentAddress: 'dcn0:9', onClose: () => closed.push('third') }))
    expect(closed).toEqual(['second', 'first'])
    registry.close()
    expect(closed).toEqual(['second', 'first', 'third'])
  })

  it('charges a round trip for each call to an edge, and nothing at the hub', async () => {
    registry.register(endpoint('central'))
    registry.register(endpoint('dcn0'))
    const timed = async (site: string) => {
      const startedMs = clock.now()
      await clock.runUntil(registry.connection(site).rbd.listImages('images'))
      await clock.runUntil(registry.connection(site).agent.computeLog())
      return clock.now() - startedMs
    }
    expect(await timed('central')).toBe(0)
    expect(await timed('dcn0')).toBeCloseTo(80, 0)
    expect(wan.traffic().map(({ operation, messages }) => [operation, messages])).toContainEqual(['rbd listImages', 1])
  })

  it('tries a call to an edge again until the edge is back (W07)', async () => {
    let calls = 0
    const listImages = async () => {
      if (++calls < 4) throw new UnavailableError('connection refused')
      return ['a']
    }
    registry.register(endpoint('dcn0', { rbd: { listImages } }))
    expect(await clock.runUntil(registry.connection('dcn0').rbd.listImages('images'))).toEqual(['a'])
    expect(calls).toBe(4)
  })

  it('does not take an older image for the one that it was making when the site went away (O19)', async () => {
    let calls = 0
    const createImage = async () => {
      throw ++calls === 1 ? new UnavailableError('gone') : exists()
    }
    const info = async () => ({ createdMs: 5 }) as Awaited<ReturnType<Rbd['info']>>
    registry.register(endpoint('dcn0', { rbd: { createImage, info } }))
    const image = { pool: 'images', image: 'x' }
    const made = registry.connection('dcn0').rbd.createImage(image, { sizeBytes: 1 })
    await expect(clock.runUntil(made)).rejects.toMatchObject({ code: 'already_exists' })
  })
})

const exists = () => new AlreadyExistsError('exists', { errno: 'EEXIST' })
