import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CloudServer } from '#cli/commands/cloud.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { type Ledger, ledgerOf } from '../support/dcn-ledger.ts'
import { eventually, type LiveDcn, property, spawnDcnsim, startDcn, stores, topology } from '../support/live-dcn.ts'

/** A chunk of 8 MiB takes 3.4 s, which is half a second at speed 8. */
const slow = topology({ edges: ['dcn0'], link: 'rate: 20Mbps, rtt: 40ms' })
const sites = ['central', 'dcn0']
const chunkBytes = 8 * MiB
const imageBytes = 4 * chunkBytes

/** A cloud in which an image, its copy, a volume and its snapshot are acknowledged. */
async function startSettled(text = slow, speed = 8): Promise<LiveDcn> {
  const dcn = await startDcn({ topology: text, speed })
  const { id } = await dcn.upload('base', await disk(dcn, 'base.raw', 2 * MiB))
  const { images, volumes } = dcn.cloud
  await images.import({ imageId: id, method: 'copy-image', stores: ['dcn0'] })
  await dcn.importOver(id)
  await volumes.create({ name: 'vol', sizeGib: 1, availabilityZone: 'dcn0', imageId: id })
  await volumeIs(dcn, 'available')
  await snapshotVolume(dcn, 'settled')
  await snapshotIs(dcn, 'settled', 'available')
  return dcn
}

async function disk(dcn: LiveDcn, name: string, sizeBytes: number): Promise<string> {
  const path = dcn.scratch.file(`work/${name}`)
  await writeDemoImage({
    path,
    format: 'raw',
    virtualSizeBytes: sizeBytes,
    allocatedBytes: sizeBytes,
    contentSeed: name,
  })
  return path
}

/** Answered while it is being made: there is a moment to kill somebody. */
async function snapshotVolume(dcn: LiveDcn, name: string): Promise<void> {
  const [volume] = await dcn.cloud.volumes.list({ name: 'vol' })
  await dcn.cloud.volumes.createSnapshot({ volumeId: volume!.id, name })
}

const volumeIs = (dcn: LiveDcn, status: string) =>
  eventually(`the volume to be ${status}`, async () => {
    const [volume] = await dcn.cloud.volumes.list({ name: 'vol' })
    return volume?.status === status ? volume : undefined
  })

const snapshotIs = (dcn: LiveDcn, name: string, status: string) =>
  eventually(`snapshot ${name} to be ${status}`, async () => {
    const [snapshot] = await dcn.cloud.volumes.listSnapshots({ name })
    return snapshot?.status === status ? snapshot : undefined
  })

/** How much of an image has arrived in a site's cluster. */
async function storedBytes(dcn: LiveDcn, site: string, id: string): Promise<number> {
  const usage = await (await dcn.cluster(site)).diskUsage({ pool: 'images', image: id }).catch(() => [])
  return usage.reduce((sum, { usedBytes }) => sum + usedBytes, 0)
}

const arrived = (dcn: LiveDcn, site: string, id: string, bytes: number) =>
  eventually(`${bytes} bytes of ${id} at ${site}`, async () =>
    (await storedBytes(dcn, site, id)) >= bytes ? true : undefined,
  )

async function expectKept(dcn: LiveDcn, before: Ledger): Promise<void> {
  const after = await ledgerOf(dcn, sites)
  expect(after.stored).toMatchObject(before.stored)
  expect(after.records).toMatchObject(before.records)
}

describe('kill -9 of an edge', () => {
  test('thrice during a copy: everything acknowledged is there, and the copy goes on', async () => {
    await using dcn = await startSettled()
    const settled = await ledgerOf(dcn, sites)
    const { id, osHashValue } = await dcn.upload('big', await disk(dcn, 'big.raw', imageBytes))
    expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
    for (const chunks of [0, 1, 3]) {
      await arrived(dcn, 'dcn0', id, chunks * chunkBytes)
      await dcn.kill('dcn0')
      expect((await dcn.cli('status')).exit).toBe(1)
      await dcn.ok('up')
      await expectKept(dcn, settled)
    }
    const image = await dcn.importOver(id)
    expect(stores(image)).toEqual(['central', 'dcn0'])
    expect(property(image, 'os_glance_failed_import')).toBe('')
    expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
    await expectKept(dcn, settled)
  })

  test('during an upload into its store: the upload waits for it and ends well', async () => {
    await using dcn = await startSettled()
    const settled = await ledgerOf(dcn, sites)
    const file = await disk(dcn, 'big.raw', 2 * chunkBytes)
    const upload = dcn.upload('big', file, '--store', 'dcn0')
    const { id } = await eventually(
      'the record of the image',
      async () => (await dcn.cloud.images.list({ name: 'big' }))[0],
    )
    await arrived(dcn, 'dcn0', id, chunkBytes)
    await dcn.kill('dcn0')
    await dcn.ok('up')
    const image = await upload
    expect(image.status).toBe('active')
    expect(await dcn.storedHash(id, 'dcn0')).toBe(image.osHashValue)
    await expectKept(dcn, settled)
  })

  test('during a snapshot: it ends in error, and another one can be made', async () => {
    await using dcn = await startSettled(topology({ edges: ['dcn0'], link: 'rate: 100Mbps, rtt: 2s' }))
    const settled = await ledgerOf(dcn, sites)
    await snapshotVolume(dcn, 'broken')
    await dcn.kill('dcn0')
    const { id } = await snapshotIs(dcn, 'broken', 'error')
    await dcn.ok('up')
    await expectKept(dcn, settled)
    await snapshotVolume(dcn, 'again')
    await snapshotIs(dcn, 'again', 'available')
    await dcn.ok('openstack', 'volume', 'snapshot', 'delete', id)
    await eventually('the broken snapshot to go', async () =>
      (await dcn.cloud.volumes.listSnapshots({ name: 'broken' })).length === 0 ? true : undefined,
    )
    await expectKept(dcn, settled)
  })
})

describe('kill -9 of the hub', () => {
  test.each([
    { moment: 'before the first chunk', bytes: 0 },
    { moment: 'after three chunks', bytes: 3 * chunkBytes },
  ])(
    'during a copy, $moment: O13 its lock stays, O19 so does the orphan, O09 and what is staged',
    async ({ bytes }) => {
      await using dcn = await startSettled()
      const { id, osHashValue } = await dcn.upload('big', await disk(dcn, 'big.raw', imageBytes))
      const settled = await ledgerOf(dcn, sites)
      const { [`image ${id}`]: before, ...others } = settled.records
      const kept = { stored: settled.stored, records: others }
      const copy = () => dcn.copy(id, 'dcn0', '--allow-failure', 'False')
      expect((await copy()).exit).toBe(0)
      await eventually('a staged image', () => staged(dcn, id))
      await arrived(dcn, 'dcn0', id, bytes)
      const leftover = staged(dcn, id)
      await dcn.kill('central')
      const hasOrphan = (await (await dcn.cluster('dcn0')).listImages('images')).includes(id)
      await dcn.ok('up')
      await expectKept(dcn, kept)
      const stuck = await dcn.cloud.images.get(id)
      expect(stuck).toMatchObject({ status: 'active', osHashValue, locations: (before as typeof stuck).locations })
      expect(property(stuck, 'os_glance_importing_to_stores')).toBe('dcn0')
      expect(await copy()).toMatchObject({ exit: 1, stderr: expect.stringContaining('Image has active task') })

      // An hour without a sign of life from the task passes in a second.
      await dcn.down()
      await dcn.ok('up', '--speed', '3600')
      await eventually('the lock to expire', async () => ((await copy()).exit === 0 ? true : undefined))
      if (hasOrphan) {
        const failed = await dcn.importOver(id)
        expect(stores(failed)).toEqual(['central'])
        expect(property(failed, 'os_glance_failed_import')).toBe('dcn0')
        expect(staged(dcn, id)).toEqual(leftover)
        await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'images', 'rm', id)
        expect((await copy()).exit).toBe(0)
      }
      expect(stores(await dcn.importOver(id))).toEqual(['central', 'dcn0'])
      const [preempted] = await dcn.cloud.images.listTasks(id)
      expect(preempted).toMatchObject({ status: 'failure', message: 'Expired lock preempted' })
      expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
      await expectKept(dcn, kept)
    },
  )

  test('during an upload: the image stays saving, can be deleted, and the upload made again', async () => {
    await using dcn = await startSettled()
    const settled = await ledgerOf(dcn, sites)
    const file = await disk(dcn, 'big.raw', imageBytes)
    const words = ['glance', 'image-create', '--disk-format', 'raw', '--container-format', 'bare', '--name', 'big']
    const client = spawnDcnsim(['--state', dcn.state.path, ...words], { stdin: 'pipe' })
    client.stdin!.on('error', () => {})
    // The first half only: the client waits for more.
    createReadStream(file, { end: imageBytes / 2 - 1 }).pipe(client.stdin!, { end: false })
    const { id } = await eventually(
      'the record of the image',
      async () => (await dcn.cloud.images.list({ name: 'big' }))[0],
    )
    await arrived(dcn, 'central', id, chunkBytes)
    await dcn.kill('central')
    const { exitCode, stderr } = await client
    expect(exitCode).toBe(1)
    expect(String(stderr)).not.toBe('')
    await dcn.ok('up')
    await expectKept(dcn, settled)
    expect(await dcn.cloud.images.get(id)).toMatchObject({ status: 'saving', locations: [] })
    await dcn.ok('glance', 'image-delete', id)
    const again = await dcn.upload('big', file)
    expect(again.status).toBe('active')
    expect(await dcn.storedHash(again.id, 'central')).toBe(again.osHashValue)
    await expectKept(dcn, settled)
  })

  test('during a snapshot: it ends in error, can be deleted, and another one can be made', async () => {
    await using dcn = await startSettled(topology({ edges: ['dcn0'], link: 'rate: 100Mbps, rtt: 2s' }))
    const settled = await ledgerOf(dcn, sites)
    await snapshotVolume(dcn, 'broken')
    await dcn.kill('central')
    await dcn.ok('up')
    await snapshotIs(dcn, 'broken', 'error')
    await expectKept(dcn, settled)
    await dcn.ok('openstack', 'volume', 'snapshot', 'delete', 'broken')
    await snapshotVolume(dcn, 'again')
    await snapshotIs(dcn, 'again', 'available')
    await expectKept(dcn, settled)
  })
})

describe('kill -9 during an image of a server', () => {
  test.each([
    { victim: 'dcn0', left: 'no image' },
    { victim: 'central', left: 'a queued image' },
  ])('$victim: $left is left, and another one can be made', async ({ victim, left }) => {
    await using dcn = await startSettled(topology({ edges: ['dcn0'], link: 'rate: 100Mbps, rtt: 2s' }))
    const server = ['--flavor', 'tiny', '--network', 'dcn0-network', '--availability-zone', 'dcn0', '--image', 'base']
    await dcn.ok('openstack', 'server', 'create', ...server, 'vm')
    const serverIs = (what: string, is: (server: CloudServer) => boolean) =>
      eventually(`the server to be ${what}`, async () => {
        const [found] = await dcn.cloud.servers.list({ name: 'vm' })
        return found && is(found) ? found : undefined
      })
    const vm = await serverIs('active', ({ status }) => status === 'ACTIVE')
    const settled = await ledgerOf(dcn, sites)
    await dcn.cloud.servers.createImage(vm.id, 'broken')
    await dcn.kill(victim)
    if (victim === 'dcn0') await serverIs('free', ({ taskState }) => taskState === undefined)
    await dcn.ok('up')
    await serverIs('free', ({ taskState, status }) => taskState === undefined && status === 'ACTIVE')
    expect((await dcn.cloud.images.list({ name: 'broken' })).map(({ status }) => status)).toEqual(
      left === 'no image' ? [] : ['queued'],
    )
    const { [`server ${vm.id}`]: _, ...others } = settled.records
    await expectKept(dcn, { stored: settled.stored, records: others })
    await dcn.ok('openstack', 'server', 'image', 'create', '--name', 'again', 'vm')
    const { id } = await eventually('the image', async () => (await dcn.cloud.images.list({ name: 'again' }))[0])
    const image = await dcn.imageIs(id, 'active', ({ status }) => status === 'active')
    expect(stores(image)).toEqual(['dcn0'])
  })
})

test('kill -9 of a Ceph cluster in a process of its own, during a copy: it goes on when the cluster is back', async () => {
  await using dcn = await startDcn({ topology: slow, speed: 8, flags: ['--split'] })
  const { id, osHashValue } = await dcn.upload('big', await disk(dcn, 'big.raw', imageBytes))
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  await arrived(dcn, 'dcn0', id, chunkBytes)
  await dcn.kill('dcn0-ceph')
  await dcn.ok('up')
  expect(stores(await dcn.importOver(id))).toEqual(['central', 'dcn0'])
  expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
})

test('kill -9 of every process at once, with a copy, a snapshot and an upload under way', async () => {
  await using dcn = await startSettled()
  const { id, osHashValue } = await dcn.upload('big', await disk(dcn, 'big.raw', imageBytes))
  const settled = await ledgerOf(dcn, sites)
  const { [`image ${id}`]: _, ...others } = settled.records
  await dcn.copy(id, 'dcn0')
  await arrived(dcn, 'dcn0', id, chunkBytes)
  const upload = dcn.cli(
    ...['glance', 'image-create', '--disk-format', 'raw', '--container-format', 'bare', '--name', 'other'],
    ...['--file', await disk(dcn, 'other.raw', imageBytes), '--store', 'dcn0'],
  )
  await eventually('the record of the upload', async () => (await dcn.cloud.images.list({ name: 'other' }))[0])
  await snapshotVolume(dcn, 'under-way')
  await Promise.all(sites.map((site) => dcn.kill(site)))
  expect((await upload).exit).toBe(1)
  await dcn.ok('up')
  await expectKept(dcn, { stored: settled.stored, records: others })
  expect(await dcn.storedHash(id, 'central')).toBe(osHashValue)
  for (const site of sites) expect(await dcn.ok('logs', site)).toContain('store opened')
})

/** The complete staging file of an image. */
function staged(dcn: LiveDcn, id: string): { inode: number; modifiedMs: number } | undefined {
  const file = statSync(join(dcn.state.staging, id), { throwIfNoEntry: false })
  const runs = statSync(join(dcn.state.staging, `${id}.runs`), { throwIfNoEntry: false })
  return file && runs ? { inode: file.ino, modifiedMs: file.mtimeMs } : undefined
}
