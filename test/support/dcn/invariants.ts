import { expect } from 'vitest'
import { importProperties } from '#central/images/image.ts'
import type { RbdSpec } from '#ceph-sim/rbd.ts'
import { serverDisk, volumeImage } from '#openstack/site-agent.ts'
import type { DcnWorld } from '../dcn-world.ts'

export interface InvariantOptions {
  /** RBD images without a record that a declared fault has left, as `site/name`. */
  readonly leftovers?: readonly string[]
}

/** What must hold in every world whose faults are over (requirements 6.4). */
export async function checkInvariants(world: DcnWorld, { leftovers = [] }: InvariantOptions = {}): Promise<void> {
  // INV01: what a cluster keeps by increments is what counting again finds.
  for (const site of world.sites()) site.cluster.audit()
  await checkImages(world, leftovers)
  await checkLocks(world)
  await checkVolumes(world)
  await checkServers(world)
}

/** INV02, INV05: active images are somewhere, and where they are listed they are, whole. Nothing else is stored. */
async function checkImages(world: DcnWorld, leftovers: readonly string[]): Promise<void> {
  const images = await world.catalogue.images.list()
  for (const { id, status, locations, osHashValue, sizeBytes } of images) {
    if (status === 'active') expect(locations, `image ${id} is active`).not.toHaveLength(0)
    for (const { store } of sizeBytes === 0 ? [] : locations) {
      const hash = await world.storedHash(store, id)
      if (osHashValue) expect(hash, `image ${id} at ${store}`).toBe(osHashValue)
    }
  }
  for (const { id, rbd } of world.sites()) {
    const listed = images
      .filter(({ locations }) => locations.some(({ store }) => store === id))
      .map((image) => image.id)
    const stored = (await rbd.listImages('images')).filter((name) => !leftovers.includes(`${id}/${name}`))
    expect(stored, `pool images of ${id}`).toEqual(listed.sort())
  }
}

/** INV04: an image's lock belongs to a task of it that has not ended, and no other of its tasks is under way. */
async function checkLocks(world: DcnWorld): Promise<void> {
  const tasks = await world.catalogue.tasks.list()
  for (const { id, properties } of await world.catalogue.images.list()) {
    const running = tasks.filter(({ imageId, status }) => imageId === id && !['success', 'failure'].includes(status))
    const holder = properties[importProperties.task]
    expect(
      running.map((task) => task.id),
      `tasks of image ${id}`,
    ).toEqual(holder ? [holder] : [])
  }
}

/** INV03, INV07: a volume is in the cluster of its zone only, and a clone begins with its image's bytes. */
async function checkVolumes(world: DcnWorld): Promise<void> {
  const volumes = await world.catalogue.volumes.list()
  for (const { id, rbd } of world.sites()) {
    const here = volumes.filter(({ availabilityZone, status }) => availabilityZone === id && status !== 'error')
    const names = here.map((volume) => volumeImage(volume.id).image)
    expect(await rbd.listImages('volumes'), `pool volumes of ${id}`).toEqual(names.sort())
    for (const volume of here) {
      const { parent } = await rbd.info(volumeImage(volume.id))
      if (parent) await checkClone(world, id, volumeImage(volume.id), parent)
    }
  }
}

async function checkClone(world: DcnWorld, site: string, child: RbdSpec, parent: RbdSpec): Promise<void> {
  const { rbd } = world.site(site)
  const { sizeBytes } = await rbd.info(parent)
  const hash = async (image: RbdSpec) => world.hashOf(rbd.read(image, { lengthBytes: sizeBytes }))
  expect(await hash(child), `clone ${child.image} at ${site}`).toBe(await hash(parent))
}

/** INV09: a server that could not be built has no disk, no port and no hold on a volume. */
async function checkServers(world: DcnWorld): Promise<void> {
  const servers = await world.catalogue.servers.list()
  const failed = servers.filter(({ vmState }) => vmState === 'error')
  for (const { addresses } of failed) expect(addresses).toEqual([])
  const failedIds = failed.map(({ id }) => id)
  for (const { attachments } of await world.catalogue.volumes.list()) {
    for (const { serverId } of attachments) expect(failedIds).not.toContain(serverId)
  }
  for (const { id, rbd } of world.sites()) {
    const here = servers.filter((server) => server.availabilityZone === id && !server.rootVolumeId)
    const disks = here.filter(({ vmState }) => vmState !== 'error').map((server) => serverDisk(server.id).image)
    expect(await rbd.listImages('vms'), `pool vms of ${id}`).toEqual(disks.sort())
  }
}
