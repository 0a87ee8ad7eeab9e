import { beforeEach, describe, expect, it } from 'vitest'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { decorateRbd } from '#ceph-sim/rbd-decorator.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import { ImageUnacceptableError, NovaRbdDriver } from '#openstack/drivers/nova-rbd.ts'
import type { AgentImage } from '#openstack/site-agent.ts'
import { digestOf, noise, runs } from '../../support/content.ts'
import { fsids, openCluster, type TestCluster } from '../../support/test-cluster.ts'

const imageId = '8083c7e7-32d8-4f7a-b1da-0ed7884f1076'
const serverId = '33333333-dddd-4eee-8fff-000000000003'
const disk = { pool: 'vms', image: `${serverId}_disk` }
const elsewhere = { url: `rbd://${fsids.central}/images/${imageId}/snap`, store: 'central' }

let cluster: TestCluster
let logged: { logger: string; message: string }[]
beforeEach(async () => {
  cluster = await openCluster('dcn0')
  logged = []
})

function driver(rbd: Rbd = cluster.rbd): NovaRbdDriver {
  return new NovaRbdDriver({
    clock: new SystemClock({ realMs: realNow(), simMs: 0, speed: 1e5 }),
    random: new SeededRandom('nova'),
    rbd,
    fsid: cluster.fsid,
    log: ({ logger, message }) => void logged.push({ logger, message }),
  })
}

async function imageHere(): Promise<AgentImage> {
  const store = new GlanceRbdStore(cluster.rbd, { store: 'dcn0' })
  const { url, sizeBytes } = await store.add(imageId, { sizeBytes: 4 * MiB, pieces: runs(noise('i', 4 * MiB)) })
  return { id: imageId, diskFormat: 'raw', sizeBytes, locations: [elsewhere, { url, store: 'dcn0' }] }
}

/** The cluster, with one method that fails as given. */
const failing = (method: keyof Rbd, error: Error) =>
  decorateRbd(() => cluster.rbd, {
    call: (call) => {
      if (call.method === method) throw error
      return call.proceed()
    },
  })

describe('a root disk from an image (O40)', () => {
  it('is a clone of the first location in this cluster', async () => {
    expect(await driver().cloneRootDisk(serverId, await imageHere())).toEqual(disk)
    expect(await cluster.rbd.info(disk)).toMatchObject({
      sizeBytes: 4 * MiB,
      parent: { pool: 'images', image: imageId, snapshot: 'snap' },
    })
    const message = `${elsewhere.url} is in a different ceph cluster`
    expect(logged).toEqual([{ logger: 'nova.storage.rbd_utils', message }])
  })

  it('is refused without a location here (O42)', async () => {
    const clone = driver().cloneRootDisk(serverId, { ...(await imageHere()), locations: [elsewhere] })
    await expect(clone).rejects.toBeInstanceOf(ImageUnacceptableError)
    await expect(clone).rejects.toThrow(`Image ${imageId} is unacceptable: No image locations are accessible`)
    expect(await cluster.rbd.listImages('vms')).toEqual([])
  })

  it('is refused when the image is not raw (O41)', async () => {
    const clone = driver().cloneRootDisk(serverId, { ...(await imageHere()), diskFormat: 'qcow2' })
    await expect(clone).rejects.toThrow(`Image ${imageId} is unacceptable: Image is not raw format`)
  })

  it('grows to the flavor, and is never shrunk to it', async () => {
    await driver().cloneRootDisk(serverId, await imageHere())
    await driver().fitToFlavor(disk, 10 * GiB)
    expect(await cluster.rbd.info(disk)).toMatchObject({ sizeBytes: 10 * GiB })
    await driver().fitToFlavor(disk, 0)
    expect(await cluster.rbd.info(disk)).toMatchObject({ sizeBytes: 10 * GiB })
    await expect(driver().fitToFlavor(disk, GiB)).rejects.toThrow(
      "Flavor's disk is too small for requested image. Flavor disk is 1073741824 bytes, image is 10737418240 bytes.",
    )
  })

  it('is not replaced when it exists', async () => {
    await driver().cloneRootDisk(serverId, await imageHere())
    await expect(driver().importRootDisk(serverId, { sizeBytes: MiB, pieces: runs(MiB) })).rejects.toMatchObject({
      code: 'already_exists',
      message: `RBD image ${serverId}_disk already exists`,
    })
    expect(await cluster.rbd.info(disk)).toMatchObject({ sizeBytes: 4 * MiB })
  })
})

describe('destroying a root disk (O53)', () => {
  it('tries again while somebody has it open', async () => {
    await driver().importRootDisk(serverId, { sizeBytes: MiB, pieces: runs(MiB) })
    await cluster.rbd.attach(disk, { owner: 'late' })
    let attempts = 0
    const rbd = decorateRbd(() => cluster.rbd, {
      call: async (call) => {
        if (call.method === 'removeImage' && ++attempts === 3) await cluster.rbd.detach(disk, { owner: 'late' })
        return call.proceed()
      },
    })
    await driver(rbd).destroyRootDisk(serverId)
    expect(attempts).toBe(3)
    expect(await cluster.rbd.listImages('vms')).toEqual([])
    expect(logged).toHaveLength(2)
  })

  it('gives up after twelve retries', async () => {
    await driver().importRootDisk(serverId, { sizeBytes: MiB, pieces: runs(MiB) })
    await cluster.rbd.attach(disk, { owner: 'stays' })
    await expect(driver().destroyRootDisk(serverId)).rejects.toMatchObject({ details: { errno: 'EBUSY' } })
    expect(logged).toHaveLength(12)
  })

  it('removes the snapshot that a resize left', async () => {
    await driver().importRootDisk(serverId, { sizeBytes: MiB, pieces: runs(MiB) })
    await cluster.rbd.createSnapshot({ ...disk, snapshot: 'nova-resize' })
    await driver().destroyRootDisk(serverId)
    expect(await cluster.rbd.listImages('vms')).toEqual([])
  })

  it('of a server without one is no error', async () => {
    await driver().destroyRootDisk(serverId)
  })
})

describe('an image of a server (A72, O50)', () => {
  beforeEach(async () => {
    await driver().cloneRootDisk(serverId, await imageHere())
    await driver().fitToFlavor(disk, 16 * MiB)
    await cluster.rbd.attach(disk, { owner: serverId })
    await cluster.rbd.write(disk, [{ kind: 'data', offset: 8 * MiB, bytes: noise('written', MiB) }])
  })

  it('is flat, protected and in this cluster, and leaves the disk as it was', async () => {
    const result = await driver().directSnapshot(disk, 'new')
    expect(result).toEqual({ url: `rbd://${cluster.fsid}/images/new/snap`, sizeBytes: 16 * MiB })
    const image = { pool: 'images', image: 'new' }
    expect(await cluster.rbd.info(image)).not.toHaveProperty('parent')
    expect(await cluster.rbd.listSnapshots(image)).toMatchObject([{ name: 'snap', protected: true }])
    const taken = new GlanceRbdStore(cluster.rbd, { store: 'dcn0' }).get(result.url)
    expect(await digestOf((await taken).content())).toBe(await digestOf(cluster.rbd.read(disk, {})))
    expect(await cluster.rbd.listSnapshots(disk)).toEqual([])
    expect(await cluster.rbd.info(disk)).toHaveProperty('parent')
  })

  it('of a volume works the same way (T05)', async () => {
    await cluster.rbd.createImage({ pool: 'volumes', image: 'volume-v' }, { sizeBytes: GiB })
    const result = await driver().directSnapshot({ pool: 'volumes', image: 'volume-v' }, 'new')
    expect(result.sizeBytes).toBe(GiB)
  })

  it.each(['protectSnapshot', 'clone', 'flatten', 'info'] as const)('leaves nothing when %s fails', async (method) => {
    const before = await cluster.rbd.listImages('images')
    const snapshot = driver(failing(method, new UnavailableError('cut off'))).directSnapshot(disk, 'new')
    await expect(snapshot).rejects.toThrow('cut off')
    expect(await cluster.rbd.listImages('images')).toEqual(before)
    expect(await cluster.rbd.listSnapshots(disk)).toEqual([])
  })

  it('needs write permission on the images pool, else the caller must upload (O51, T13)', async () => {
    // The caps of seed 004 line 75: read only on images.
    const volumes = await cluster.session('client.volumes', {
      mon: 'allow r',
      osd: 'allow class-read object_prefix rbd_children, allow rwx pool=vms, allow rx pool=images',
    })
    const snapshot = driver(volumes).directSnapshot(disk, 'new')
    await expect(snapshot).rejects.toMatchObject({
      code: 'forbidden',
      message: 'no write permission on storage pool images',
    })
    expect(await cluster.rbd.listSnapshots(disk)).toEqual([])
  })

  it('does not touch an image of that name', async () => {
    await expect(driver().directSnapshot(disk, imageId)).rejects.toMatchObject({ code: 'already_exists' })
    expect(await cluster.rbd.listSnapshots({ pool: 'images', image: imageId })).toMatchObject([{ protected: true }])
    expect(await cluster.rbd.listSnapshots(disk)).toEqual([])
  })
})
