import { afterEach, describe, expect, it } from 'vitest'
import { operator } from '#central/identity/actor.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { checkInvariants } from '../../support/dcn/invariants.ts'
import { listing } from '../../support/dcn/listing.ts'
import { type DcnWorld, startDcnWorld } from '../../support/dcn-world.ts'
import { qcow2Of, randomDisk } from '../../support/disk-images.ts'
import { FoldingDigester } from '../../support/folding-digester.ts'

/** An image of 112 MiB, as cirros 0.5.1 is. */
const imageBytes = 112 * MiB
const content = () => runs(noise('cirros', 2 * MiB), imageBytes - 2 * MiB)

describe('the procedure of appendix A.1 in virtual time', () => {
  let world: DcnWorld
  afterEach(() => world.stop())

  const seconds = (ms: number) => ms / 1000

  it('copies an image to two edges one after the other, at the speed of the chunk model (A33, A42, A46)', async () => {
    world = await startDcnWorld()
    const { id } = await world.upload({ name: 'cirros', content: content(), sizeBytes: imageBytes })
    const startedMs = world.clock.now()
    await world.copy(id, ['dcn0', 'dcn1'])

    expect(seconds(world.clock.now() - startedMs)).toBeGreaterThan(20.05)
    expect(seconds(world.clock.now() - startedMs)).toBeLessThan(21)
    const copies = (await world.hub.copies.list()).filter(({ method }) => method === 'copy-image')
    expect(copies.map(({ store, state, bytes }) => [store, state, bytes])).toEqual([
      ['dcn0', 'done', imageBytes],
      ['dcn1', 'done', imageBytes],
    ])
    for (const { startedMs, endedMs } of copies) expect(seconds(endedMs! - startedMs)).toBeCloseTo(10.03, 1)
    expect(copies[1]!.startedMs).toBeGreaterThanOrEqual(copies[0]!.endedMs!)
    expect(world.imageBytes()).toBe(224 * MiB)

    expect(await world.storesOf(id)).toEqual(['central', 'dcn0', 'dcn1'])
    const { osHashValue, checksum, properties, locations } = await world.image(id)
    expect(osHashValue).toBe(await world.hashOf(content()))
    expect(checksum).toMatch(/^[0-9a-f]{32}$/)
    for (const store of ['central', 'dcn0', 'dcn1']) expect(await world.storedHash(store, id)).toBe(osHashValue)
    expect(properties).toEqual({ os_glance_importing_to_stores: '', os_glance_failed_import: '' })
    const fsids = ['central', 'dcn0', 'dcn1'].map((site) => world.site(site).cluster.fsid)
    expect(locations.map(({ url }) => url)).toEqual(fsids.map((fsid) => `rbd://${fsid}/images/${id}/snap`))
    await checkInvariants(world)
  })

  it('downloads once, converts to raw, and stores where it was told to (A22, A24-A28)', async () => {
    world = await startDcnWorld()
    const disk = randomDisk('cirros-0.4.0', 16 * MiB)
    world.web.serve('http://web/cirros.img', { bytes: await qcow2Of(disk), durationMs: 3_000 })
    const { id } = await world.hub.images.create(operator, {
      name: 'cirros-web',
      diskFormat: 'qcow2',
      containerFormat: 'bare',
    })
    const request = { method: 'web-download', uri: 'http://web/cirros.img', stores: ['central', 'dcn1'] }
    expect((await world.import(id, request)).status).toBe('success')

    const image = await world.image(id)
    expect(image).toMatchObject({ status: 'active', diskFormat: 'raw', sizeBytes: 16 * MiB })
    expect(image.osHashValue).toBe(await world.hashOf([{ kind: 'data', offset: 0, bytes: disk }]))
    expect(await world.storesOf(id)).toEqual(['central', 'dcn1'])
    expect(world.web.fetched).toEqual(['http://web/cirros.img'])
    const changes = world.states(id).map(({ status, diskFormat, locations }) => [status, diskFormat, locations.length])
    expect(changes.filter((change, i) => String(change) !== String(changes[i - 1]))).toEqual([
      ['queued', 'qcow2', 0],
      ['importing', 'qcow2', 0],
      ['importing', 'raw', 0],
      ['importing', 'raw', 1],
      ['active', 'raw', 2],
    ])
    await checkInvariants(world)
  })

  it('clones, boots, snapshots, and brings a snapshot home (A49-A75)', async () => {
    world = await startDcnWorld({ digester: new FoldingDigester() })
    const { hub } = world
    const { id } = await world.upload({ name: 'cirros', content: content(), sizeBytes: imageBytes })
    await world.copy(id, ['dcn0', 'dcn1'])
    const before = world.imageBytes()

    const { id: volumeId } = await world.volume({ site: 'dcn0', sizeGib: 8, imageId: id })
    const volume = () => hub.volumes.get(operator, volumeId)
    expect(await volume()).toMatchObject({ status: 'available', bootable: true })
    expect(world.imageBytes()).toBe(before)
    const { rbd } = world.site('dcn0')
    const parent = `images/${id}@snap`
    expect(await listing(rbd, 'volumes')).toEqual([[`volume-${volumeId}`, 8, parent, '', '']])
    expect(await listing(world.site('central').rbd, 'volumes')).toEqual([])

    const server = await world.boot({ name: 'pet-server-dcn0', site: 'dcn0', volumeId })
    expect((await world.serverIs(server.id, 'active')).host).toMatch(/^dcn0-compute-/)
    expect(await volume()).toMatchObject({
      status: 'in-use',
      attachments: [{ serverId: server.id, device: '/dev/vda' }],
    })
    expect(await listing(rbd, 'volumes')).toEqual([[`volume-${volumeId}`, 8, parent, '', 'excl']])

    const snapshot = (force: boolean) =>
      hub.volumes.createSnapshot(operator, { volumeId, name: 'pet-volume-dcn0-snap', force })
    await expect(snapshot(false)).rejects.toMatchObject({
      code: 'invalid_argument',
      message: `Invalid volume: Volume ${volumeId} status must be available, but current status is: in-use.`,
    })
    await hub.servers.stop(operator, server.id)
    await world.serverIs(server.id, 'stopped')
    expect((await volume()).status).toBe('in-use')
    const { id: snapshotId } = await snapshot(true)
    const taken = () => hub.volumes.getSnapshot(operator, snapshotId)
    await world.until('snapshot available', async () => (await taken()).status === 'available')
    expect(await taken()).toMatchObject({ consistency: 'clean', progress: '100%' })
    await hub.servers.start(operator, server.id)
    await world.serverIs(server.id, 'active')
    expect(await listing(rbd, 'volumes')).toEqual([
      [`volume-${volumeId}`, 8, parent, '', 'excl'],
      [`volume-${volumeId}@snapshot-${snapshotId}`, 8, parent, 'yes', ''],
    ])

    await hub.servers.stop(operator, server.id)
    await world.serverIs(server.id, 'stopped')
    const imageId = await hub.serverImages.create(operator, server.id, 'cirros-snapshot')
    await world.until('image active', async () => (await world.image(imageId)).status === 'active')
    expect(await world.image(imageId)).toMatchObject({ name: 'cirros-snapshot', diskFormat: 'raw', sizeBytes: 8 * GiB })
    expect(await world.storesOf(imageId)).toEqual(['dcn0'])
    expect(world.imageBytes()).toBe(before)

    await world.serverIs(server.id, 'stopped')
    await world.copy(imageId, ['central'])
    expect(await world.storesOf(imageId)).toEqual(['dcn0', 'central'])
    expect(world.imageBytes({ site: 'dcn0', direction: 'up' })).toBe(imageBytes)
    const { createdMs, updatedMs } = (await hub.imports.tasks(operator, imageId))[0]!
    // 14 chunks of data and 1010 holes that cost a round trip each (O35).
    expect(seconds(updatedMs - createdMs)).toBeGreaterThan(55)
    expect(seconds(updatedMs - createdMs)).toBeLessThan(57)
    expect(await world.storedHash('central', imageId)).toBe(await world.storedHash('dcn0', imageId))
    expect((await world.image(imageId)).osHashValue).toBe(await world.storedHash('dcn0', imageId))
    await checkInvariants(world)
  })
})
