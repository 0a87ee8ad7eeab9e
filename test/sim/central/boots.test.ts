import { afterEach, describe, expect, it } from 'vitest'
import { operator } from '#central/identity/actor.ts'
import type { Server } from '#central/servers/server.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { checkInvariants } from '../../support/dcn/invariants.ts'
import { listing } from '../../support/dcn/listing.ts'
import { type DcnWorld, startDcnWorld } from '../../support/dcn-world.ts'

const imageBytes = 16 * MiB
const content = () => runs(noise('app', imageBytes))

describe('booting an image that is not at the site (seed 003)', () => {
  let world: DcnWorld
  afterEach(() => world.stop())

  const settled = async (servers: readonly Server[]) => {
    await world.until('boots are over', async () => {
      const now = await Promise.all(servers.map(({ id }) => world.hub.servers.get(operator, id)))
      return now.every(({ vmState, taskState }) => vmState !== 'building' && taskState === '')
    })
    return Promise.all(servers.map(({ id }) => world.hub.servers.get(operator, id)))
  }
  const boots = async (count: number, imageId: string) => {
    const servers: Server[] = []
    for (let i = 0; i < count; i++) {
      servers.push(await world.boot({ site: 'dcn0', imageId, name: `vm-${i}`, flavor: 'as-image' }))
    }
    return servers
  }

  it('is refused with the documented words, and leaves nothing (P04-P09, INV09)', async () => {
    world = await startDcnWorld()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    const servers = await settled(await boots(4, id))

    for (const server of servers) {
      expect(server.vmState).toBe('error')
      expect(server.fault).toMatchObject({
        code: 500,
        message: `Build of instance ${server.id} aborted: Image ${id} is unacceptable: No image locations are accessible`,
      })
    }
    const log = await world.site('dcn0').agent.computeLog()
    const refusals = log.filter(({ level }) => level === 'WARNING').map(({ message }) => message)
    expect(refusals).toEqual(
      servers.map(
        () =>
          `Image ${id} is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing to fetch and upload.`,
      ),
    )
    expect(world.imageBytes()).toBe(0)
    await checkInvariants(world)
  })

  it('streams once to each host when downloads are allowed, into flat disks (P11-P14, O46)', async () => {
    world = await startDcnWorld({ neverDownload: false })
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    const startedMs = world.clock.now()
    const servers = await settled(await boots(9, id))

    expect(servers.map(({ vmState }) => vmState)).toEqual(Array(9).fill('active'))
    expect(new Set(servers.map(({ host }) => host)).size).toBe(3)
    expect(world.imageBytes()).toBe(3 * imageBytes)
    // Three streams share the link: 48 MiB at 100 Mbit/s.
    expect(world.clock.now() - startedMs).toBeGreaterThanOrEqual((3 * imageBytes * 8) / 100e3)
    const { rbd } = world.site('dcn0')
    const disks = await listing(rbd, 'vms')
    expect(disks.map(([, , parent]) => parent)).toEqual(Array(9).fill(''))
    for (const { id: server } of servers) {
      const disk = rbd.read({ pool: 'vms', image: `${server}_disk` }, {})
      expect(await world.hashOf(disk)).toBe(await world.hashOf(content()))
    }
    await checkInvariants(world)
  })

  it('stays flat on a host that has downloaded it, though it has come to the site since (O47)', async () => {
    world = await startDcnWorld({ neverDownload: false, hosts: 1 })
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    await settled(await boots(1, id))
    await world.copy(id, ['dcn0'])
    const before = world.imageBytes()
    await settled(await boots(1, id))
    expect((await listing(world.site('dcn0').rbd, 'vms')).map(([, , parent]) => parent)).toEqual(['', ''])
    expect(world.imageBytes()).toBe(before)
  })

  it('clones without a byte over the link once it has been copied there (P15, P16)', async () => {
    world = await startDcnWorld()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    await world.copy(id, ['dcn0'])
    const before = world.imageBytes()
    const servers = await settled(await boots(5, id))
    expect(servers.map(({ vmState }) => vmState)).toEqual(Array(5).fill('active'))
    expect(world.imageBytes()).toBe(before)
    const parents = (await listing(world.site('dcn0').rbd, 'vms')).map(([, , parent]) => parent)
    expect(parents).toEqual(Array(5).fill(`images/${id}@snap`))
    await checkInvariants(world)
  })

  it('is copied by the first boot; others that come meanwhile meet the lock and abort (O43, O44)', async () => {
    world = await startDcnWorld({ copyOnBoot: (store) => ({ store }) })
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    const early = await boots(2, id)
    await world.advance(30_000)
    const [first, second] = await settled([...early, ...(await boots(1, id))])
    const all = await settled(early)
    expect(all.map(({ vmState }) => vmState).sort()).toEqual(['active', 'error'])
    const failed = [first, second].find((server) => server?.vmState === 'error')
    expect(failed?.fault?.message).toBe(
      `Build of instance ${failed?.id} aborted: Image ${id} is unacceptable: Import of image ${id} refused: Image has active task`,
    )
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0'])
    expect(world.imageBytes()).toBe(imageBytes)
    await checkInvariants(world)
  })

  it('tells which prerequisite is missing, and refuses a zone that is away (A50, A53, W02)', async () => {
    world = await startDcnWorld()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    await expect(world.boot({ site: 'dcn7', imageId: id })).rejects.toMatchObject({
      code: 'invalid_argument',
      message: 'The requested availability zone is not available: dcn7',
    })
    world.cutLink('dcn0')
    await world.advance(120_000)
    const [server] = await settled([await world.boot({ site: 'dcn0', imageId: id })])
    expect(server).toMatchObject({
      vmState: 'error',
      fault: { code: 500, message: 'No valid host was found. There are not enough hosts available.' },
    })
    await checkInvariants(world)
  })
})
