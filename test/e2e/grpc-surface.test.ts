import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { connectCloud } from '#cli/live/grpc-cloud.ts'
import { ConflictError, DeadlineError, NotFoundError, UnauthenticatedError } from '#kernel/errors/domain-error.ts'
import { createRpcClient } from '#kernel/rpc/rpc-client.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { clock, eventually, type LiveDcn, startDcn, topology } from '../support/live-dcn.ts'
import { healthOf, reflectedServices } from '../support/standard-grpc.ts'

/** 64 MiB take nine simulated minutes, which are 5 seconds. */
const imageBytes = 64 * MiB
let dcn: LiveDcn
let imageId: string

beforeAll(async () => {
  dcn = await startDcn({ topology: topology({ link: 'rate: 1Mbps, rtt: 40ms' }), speed: 100 })
  const path = dcn.scratch.file('work/image.raw')
  const sizes = { virtualSizeBytes: imageBytes, allocatedBytes: imageBytes }
  await writeDemoImage({ path, format: 'raw', ...sizes, contentSeed: 1 })
  imageId = (await dcn.upload('image', path)).id
})
afterAll(() => dcn[Symbol.asyncDispose]())

const hubServices = ['Images', 'Volumes', 'Servers', 'Sites', 'SiteAgent', 'BlockStore'].map(
  (name) => `dcnsim.v1.${name}`,
)
const edgeServices = ['SiteAgent', 'BlockStore'].map((name) => `dcnsim.v1.${name}`)

describe.each([
  { name: 'central', services: hubServices },
  { name: 'dcn0', services: edgeServices },
])('$name answers the standard services', ({ name, services }) => {
  test('health: the process, and each of its services', async () => {
    const { address } = dcn.process(name)
    expect(await healthOf(address)).toBe('SERVING')
    for (const service of services) expect(await healthOf(address, service)).toBe('SERVING')
    await expect(healthOf(address, 'dcnsim.v1.Nothing')).rejects.toMatchObject({ code: 5 })
  })

  test('reflection: the same services', async () => {
    expect(await reflectedServices(dcn.process(name).address)).toEqual(expect.arrayContaining(services))
  })
})

/** What has crossed dcn1's link for downloads of the image. */
async function downloadedBytes(): Promise<number> {
  const traffic = await dcn.cloud.sites.listTraffic()
  return traffic
    .filter(({ site, operation }) => site === 'dcn1' && operation === `download ${imageId}`)
    .reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Until nothing has crossed for a simulated minute, in which seven MiB could have. */
async function expectDownloadOver(): Promise<void> {
  const time = new SystemClock(dcn.state.world().clock)
  await eventually(
    'the hub to stop reading',
    async () => {
      const before = await downloadedBytes()
      await time.sleep(60_000)
      return (await downloadedBytes()) === before ? true : undefined
    },
    5_000,
  )
}

function imagesAt(site: string) {
  const client = createRpcClient('dcnsim.v1.Images', dcn.process('central').address, {
    metadata: { 'x-dcnsim-site': site },
  })
  onTestFinished(() => client.close())
  return client
}

describe('what the caller no longer wants, the hub no longer does', () => {
  test('a download that the client cancels', async () => {
    const cancelled = new AbortController()
    const before = await downloadedBytes()
    let got = 0
    const download = (async () => {
      for await (const { data } of imagesAt('dcn1').serverStream(
        'DownloadImage',
        { imageId },
        { signal: cancelled.signal },
      )) {
        got += data.byteLength
        if (got >= 4 * MiB) cancelled.abort()
      }
    })()
    await expect(download).rejects.toMatchObject({ code: 'cancelled' })
    await expectDownloadOver()
    expect((await downloadedBytes()) - before).toBeGreaterThanOrEqual(4 * MiB)
    expect((await downloadedBytes()) - before).toBeLessThan(imageBytes / 2)
  })

  test('a download whose reader just leaves', async () => {
    const before = await downloadedBytes()
    for await (const { data } of imagesAt('dcn1').serverStream('DownloadImage', { imageId })) {
      if (data.byteLength > 0) break
    }
    await expectDownloadOver()
    expect((await downloadedBytes()) - before).toBeLessThan(imageBytes / 2)
  })

  test('a download whose deadline passes', async () => {
    const before = await downloadedBytes()
    const download = (async () => {
      for await (const _ of imagesAt('dcn1').serverStream('DownloadImage', { imageId }, { deadlineMs: 700 }));
    })()
    await expect(download).rejects.toThrow(DeadlineError)
    await expectDownloadOver()
    expect((await downloadedBytes()) - before).toBeLessThan(imageBytes / 2)
  })

  test('a removal that waits for a site behind a cut link: it fails in time, and the hub answers others', async () => {
    const path = dcn.scratch.file('work/small.raw')
    await writeDemoImage({ path, format: 'raw', virtualSizeBytes: MiB, allocatedBytes: MiB, contentSeed: 2 })
    const { id } = await dcn.upload('small', path)
    await dcn.copy(id, 'dcn0')
    await dcn.importOver(id)
    await dcn.ok('link', 'down', 'dcn0')
    try {
      const removal = imagesAt('').unary('DeleteImageFromStore', { imageId: id, store: 'dcn0' }, { deadlineMs: 500 })
      await expect(removal).rejects.toThrow(DeadlineError)
      expect((await dcn.cloud.images.get(id)).locations.map(({ store }) => store)).toEqual(['central', 'dcn0'])
    } finally {
      await dcn.ok('link', 'up', 'dcn0')
    }
    await dcn.ok('glance', 'image-delete', id)
  })
})

describe('failures keep their class and facts', () => {
  test('from the hub', async () => {
    const missing = '00000000-0000-4000-8000-000000000000'
    const failure = await dcn.cloud.images.get(missing).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(NotFoundError)
    expect(failure).toMatchObject({ message: `No image found with ID ${missing}`, details: { id: missing } })
  })

  test('from an edge, by way of the hub', async () => {
    const path = dcn.scratch.file('work/parent.raw')
    await writeDemoImage({ path, format: 'raw', virtualSizeBytes: MiB, allocatedBytes: MiB, contentSeed: 3 })
    const { id } = await dcn.upload('parent', path)
    await dcn.copy(id, 'dcn0')
    await dcn.importOver(id)
    await dcn.ok('openstack', 'volume', 'create', '--size', '1', '--availability-zone', 'dcn0', '--image', id, 'child')
    await eventually('the clone', async () =>
      (await dcn.cloud.volumes.list({ name: 'child' }))[0]?.status === 'available' ? true : undefined,
    )
    const failure = await dcn.cloud.images.deleteFromStore(id, 'dcn0').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ConflictError)
    expect(failure).toMatchObject({ message: expect.stringContaining('in use'), details: { store: 'dcn0' } })
  })

  test('from an edge, straight', async () => {
    const rbd = await dcn.cluster('dcn0')
    await rbd.createImage({ pool: 'vms', image: 'disk' }, { sizeBytes: MiB })
    await rbd.createSnapshot({ pool: 'vms', image: 'disk', snapshot: 's' })
    const failure = await rbd.removeImage({ pool: 'vms', image: 'disk' }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ConflictError)
    expect(failure).toMatchObject({ details: { errno: 'ENOTEMPTY', reason: 'has_snapshots' } })
  })

  test('D24-D26: a wrong key opens no cluster', async () => {
    const intruder = connectCluster({ address: dcn.process('dcn0').address, user: 'client.openstack', key: 'wrong' })
    onTestFinished(() => intruder.close())
    await expect(intruder.listPools()).rejects.toThrow(UnauthenticatedError)
  })

  test('an image of another project is not there for a person without the admin role', async () => {
    const user = connectCloud({
      address: dcn.process('central').address,
      clock,
      actor: { user: 'eve', project: 'eve', roles: ['member'] },
    })
    onTestFinished(() => user.close())
    await expect(user.images.get(imageId)).rejects.toThrow(NotFoundError)
  })
})
