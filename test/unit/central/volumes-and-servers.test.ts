import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operator } from '#central/identity/actor.ts'
import type { NewVolume } from '#central/volumes/volume-service.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { checkInvariants } from '../../support/dcn/invariants.ts'
import { type DcnWorld, startDcnWorld } from '../../support/dcn-world.ts'
import { FoldingDigester } from '../../support/folding-digester.ts'

const stranger = { user: 'alt', project: 'alt', roles: ['member'] }
const refusal = (message: string) => ({ code: 'invalid_argument', message })

let world: DcnWorld
let imageId: string
beforeEach(async () => {
  world = await startDcnWorld({ digester: new FoldingDigester() })
  const image = await world.upload({
    content: runs(noise('image', MiB), 2 * GiB - MiB),
    sizeBytes: 2 * GiB,
    store: 'dcn0',
  })
  imageId = image.id
})
afterEach(() => world.stop())

const create = (request: Partial<NewVolume>) =>
  world.hub.volumes.create(operator, { name: 'v', sizeGib: 0, ...request })
const volumeStatus = async (id: string) => (await world.hub.volumes.get(operator, id)).status

async function snapshotOf(volumeId: string): Promise<string> {
  const { id } = await world.hub.volumes.createSnapshot(operator, { volumeId, name: 's', force: false })
  await world.until('snapshot', async () => (await world.hub.volumes.getSnapshot(operator, id)).status === 'available')
  return id
}

describe('volumes', () => {
  it('are refused with the words of Cinder', async () => {
    const { id } = await world.volume({ site: 'dcn0', sizeGib: 3, imageId })
    const snapshotId = await snapshotOf(id)
    const cases: readonly (readonly [Partial<NewVolume>, string])[] = [
      [{ sizeGib: 0 }, "Invalid input received: Volume size '0' must be an integer and greater than 0"],
      [{ sizeGib: 1.5 }, "Invalid input received: Volume size '1.5' must be an integer and greater than 0"],
      [{ sizeGib: 1, availabilityZone: 'dcn9' }, "Availability zone 'dcn9' is invalid."],
      [{ sizeGib: 1, imageId }, 'Invalid input received: Size of specified image 2GB is larger than volume size 1GB.'],
      [
        { sizeGib: 2, snapshotId },
        'Invalid input received: Volume size 2GB cannot be smaller than the snapshot size 3GB. They must be >= original snapshot size.',
      ],
      [
        { sizeGib: 2, sourceVolumeId: id },
        'Invalid input received: Volume size 2GB cannot be smaller than original volume size 3GB. They must be >= original volume size.',
      ],
      [
        { snapshotId, availabilityZone: 'dcn1' },
        'Invalid input received: Volume must be in the same availability zone as the snapshot',
      ],
      [
        { sourceVolumeId: id, availabilityZone: 'dcn1' },
        'Invalid input received: Volume must be in the same availability zone as the source volume',
      ],
    ]
    for (const [request, message] of cases) await expect(create(request)).rejects.toMatchObject(refusal(message))
    await world.hub.images.update(operator, imageId, { minDiskGib: 5 })
    await expect(create({ sizeGib: 4, imageId })).rejects.toMatchObject(
      refusal('Invalid input received: Volume size 4GB cannot be smaller than the image minDisk size 5GB.'),
    )
  })

  it('take zone and size from a source that is ready, and no other', async () => {
    const { id } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    const snapshotId = await snapshotOf(id)
    const { id: copy } = await create({ snapshotId })
    await world.until('volume', async () => (await volumeStatus(copy)) === 'available')
    expect(await world.hub.volumes.get(operator, copy)).toMatchObject({
      sizeGib: 2,
      availabilityZone: 'dcn0',
      bootable: true,
      snapshotId,
    })
    world.cutLink('dcn0')
    await world.advance(100_000)
    const { id: failed } = await create({ sizeGib: 1, availabilityZone: 'dcn0' })
    await world.until('volume', async () => (await volumeStatus(failed)) === 'error')
    await expect(create({ sourceVolumeId: failed })).rejects.toMatchObject(
      refusal("Invalid volume: Originating source volume status must be one of 'available, in-use' values"),
    )
    const { id: late } = await world.hub.volumes.createSnapshot(operator, { volumeId: id, name: 's', force: false })
    await world.advance(1_000)
    await expect(create({ snapshotId: late })).rejects.toMatchObject(
      refusal("Invalid snapshot: Originating snapshot status must be one of 'available' values"),
    )
    world.healLink('dcn0')
  })

  it('keep what they knew of their image, and are their project’s only', async () => {
    const { id, imageMetadata } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    expect(imageMetadata).toMatchObject({
      image_id: imageId,
      image_name: 'image',
      disk_format: 'raw',
      size: String(2 * GiB),
    })
    await expect(world.hub.volumes.get(stranger, id)).rejects.toMatchObject({
      code: 'not_found',
      message: `Volume ${id} could not be found.`,
    })
    expect(await world.hub.volumes.list(stranger)).toEqual([])
  })

  it('with snapshots or servers cannot be deleted', async () => {
    const { id } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    const snapshotId = await snapshotOf(id)
    const words =
      'Invalid volume: Volume status must be available or error or error_restoring or error_extending or error_managing ' +
      'and must not be migrating, attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated ' +
      'from snapshots after volume transfer.'
    await expect(world.hub.volumes.delete(operator, id)).rejects.toMatchObject(refusal(words))
    await world.hub.volumes.deleteSnapshot(operator, snapshotId)
    await world.until('no snapshot', async () => (await world.hub.volumes.listSnapshots(operator)).length === 0)
    const server = await world.boot({ site: 'dcn0', volumeId: id })
    await world.serverIs(server.id, 'active')
    await expect(world.hub.volumes.delete(operator, id)).rejects.toMatchObject(refusal(words))
    await world.hub.servers.delete(operator, server.id)
    await world.until('no server', async () => (await world.hub.servers.list(operator)).length === 0)
    await world.hub.volumes.delete(operator, id)
    await world.until('no volume', async () => (await world.hub.volumes.list(operator)).length === 0)
    expect(await world.site('dcn0').rbd.listImages('volumes')).toEqual([])
  })
})

describe('servers', () => {
  it('are refused with the words of Nova', async () => {
    const { id: blank } = await world.volume({ site: 'dcn0', sizeGib: 1 })
    await expect(world.boot({ site: 'dcn0', volumeId: blank })).rejects.toMatchObject(
      refusal(`Block Device ${blank} is not bootable.`),
    )
    const { id } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    await expect(world.boot({ site: 'dcn1', volumeId: id })).rejects.toMatchObject(
      refusal(
        'The availability zone between the server and its attached volumes do not match: Server and volumes are not in ' +
          'the same availability zone. Server is in: dcn1. Volumes are in: dcn0.',
      ),
    )
    await expect(world.boot({ site: 'dcn0' })).rejects.toMatchObject({ code: 'invalid_argument' })
    const { id: queued } = await world.hub.images.create(operator, { name: 'queued' })
    await expect(world.boot({ site: 'dcn0', imageId: queued })).rejects.toMatchObject(
      refusal(`Image ${queued} is not active.`),
    )
  })

  it('name the prerequisite that is missing (A53)', async () => {
    const [flavor] = await world.catalogue.flavors.list({ name: 'tiny' })
    const request = {
      name: 's',
      flavorId: flavor!.id,
      keyName: 'dcn0-key',
      networkIds: [],
      securityGroups: [],
      imageId,
    }
    const create = (change: object) => world.hub.servers.create(operator, { ...request, ...change })
    await expect(create({ flavorId: 'x' })).rejects.toMatchObject({ message: 'Flavor x could not be found.' })
    await expect(create({ keyName: 'x' })).rejects.toMatchObject({
      message: 'Invalid key_name provided: there is no key pair x.',
    })
    await expect(create({ networkIds: ['x'] })).rejects.toMatchObject({ message: 'Network x could not be found.' })
    await expect(create({ securityGroups: ['x'] })).rejects.toMatchObject({ message: 'Security group x not found.' })
  })

  it('share no root volume: the second boot is refused, and its end does not free the volume', async () => {
    const { id: volumeId } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    const both = await Promise.allSettled([1, 2].map(() => world.boot({ site: 'dcn0', volumeId })))
    const refused = both.find(({ status }) => status === 'rejected')
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(refused).toMatchObject({
      reason: refusal(
        `Invalid volume: volume '${volumeId}' status must be 'available'. Currently in 'reserved' status.`,
      ),
    })
    const [server] = await world.hub.servers.list(operator)
    await world.serverIs(server!.id, 'active')
    expect(await world.hub.volumes.get(operator, volumeId)).toMatchObject({
      status: 'in-use',
      attachments: [{ serverId: server!.id }],
    })
    await checkInvariants(world)
  })

  it('that failed do not free a volume that another has by now', async () => {
    const { id: volumeId } = await world.volume({ site: 'dcn0', sizeGib: 2, imageId })
    world.cutLink('dcn0')
    await world.advance(100_000)
    const failed = await world.boot({ site: 'dcn0', volumeId })
    await world.serverIs(failed.id, 'error')
    expect(await volumeStatus(volumeId)).toBe('available')
    world.healLink('dcn0')
    await world.advance(20_000)
    const second = await world.boot({ site: 'dcn0', volumeId })
    await world.serverIs(second.id, 'active')
    await world.hub.servers.delete(operator, failed.id)
    await world.until('one server', async () => (await world.hub.servers.list(operator)).length === 1)
    expect(await world.hub.volumes.get(operator, volumeId)).toMatchObject({
      status: 'in-use',
      attachments: [{ serverId: second.id }],
    })
  })

  it('obey the states of Nova', async () => {
    const { id } = await world.boot({ site: 'dcn0', imageId })
    await world.serverIs(id, 'active')
    await expect(world.hub.servers.start(operator, id)).rejects.toMatchObject({
      code: 'conflict',
      message: `Cannot 'start' instance ${id} while it is in vm_state active`,
    })
    await world.hub.servers.stop(operator, id)
    await expect(world.hub.servers.stop(operator, id)).rejects.toMatchObject({
      code: 'conflict',
      message: `Cannot 'stop' instance ${id} while it is in task_state powering-off`,
    })
    await world.serverIs(id, 'stopped')
    await expect(world.hub.servers.get(stranger, id)).rejects.toMatchObject({
      code: 'not_found',
      message: `Instance ${id} could not be found.`,
    })
  })

  it('a flavor too small for the image is refused', async () => {
    const flavor = await world.hub.tenancy.createFlavor({ name: 'small', vcpus: 1, ramMib: 1, diskGib: 1 })
    const request = { name: 's', flavorId: flavor.id, keyName: '', networkIds: [], securityGroups: [], imageId }
    await expect(world.hub.servers.create(operator, request)).rejects.toMatchObject(
      refusal(
        `Flavor's disk is too small for requested image. Flavor disk is ${GiB} bytes, image is ${2 * GiB} bytes.`,
      ),
    )
  })

  it('of the volume kind become a pointer image where the cloud does as upstream does (T05)', async () => {
    await world.stop()
    world = await startDcnWorld({ volumeServerImage: 'pointer-image', digester: new FoldingDigester() })
    const image = await world.upload({ content: runs(noise('image', MiB)), store: 'dcn0' })
    const { id: volumeId } = await world.volume({ site: 'dcn0', sizeGib: 1, imageId: image.id })
    const server = await world.boot({ site: 'dcn0', volumeId })
    await world.serverIs(server.id, 'active')
    const pointer = await world.run(world.hub.serverImages.create(operator, server.id, 'golden'))
    expect(await world.image(pointer)).toMatchObject({ status: 'active', sizeBytes: 0, diskFormat: 'raw' })
    expect(await world.storesOf(pointer)).toEqual(['central'])
    const [snapshot] = await world.hub.volumes.listSnapshots(operator)
    expect(snapshot).toMatchObject({ name: 'snapshot for golden', volumeId, consistency: 'crash-consistent' })
    const { block_device_mapping } = (await world.image(pointer)).properties
    expect(JSON.parse(block_device_mapping!)).toMatchObject([{ snapshot_id: snapshot!.id, volume_size: 1 }])
    await expect(world.copy(pointer, ['central'])).rejects.toMatchObject(
      refusal("Image is already present at store 'central'"),
    )
  })
})
