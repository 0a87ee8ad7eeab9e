import { describe, expect, it } from 'vitest'
import { type Content, contentLength } from '#ceph-sim/rbd.ts'
import { createSite } from '#edge/app.ts'
import { MemoryHostDisk } from '#edge/cache/memory-host-disk.ts'
import type { SiteConfig } from '#edge/config.ts'
import { ConflictError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import type { ByteSink } from '#openstack/formats/byte-source.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import { type AgentImage, type ComputeLogLine, serverDisk, volumeImage } from '#openstack/site-agent.ts'
import { digestOf, grown, noise, runs } from '../../support/content.ts'
import { FakeHub } from '../../support/fake-hub.ts'
import { InstantClock } from '../../support/instant-clock.ts'
import { openCluster } from '../../support/test-cluster.ts'

const imageId = '20c5ff9d-5f54-4b74-830f-88e78b9999ed'
const host = 'dcn0-compute-0'
const content = () => [...runs(noise('image', MiB), 2 * MiB, noise('end', MiB))]

async function setUp(settings: Partial<SiteConfig> = {}) {
  const clock = new InstantClock(0)
  const hub = new FakeHub()
  const { rbd, fsid } = await openCluster('dcn0')
  const hostDisk = new MemoryHostDisk(clock)
  const sunk: ComputeLogLine[] = []
  const open = () =>
    createSite({
      clock,
      random: new SeededRandom('site'),
      site: { id: 'dcn0', hosts: [host], ...settings },
      rbd,
      fsid,
      hub,
      hostDisk,
      onComputeLog: (line) => sunk.push(line),
    })
  const atHub = (diskFormat = 'raw', bytes = content()): AgentImage =>
    hub.put({
      id: imageId,
      diskFormat,
      content: bytes,
      locations: [{ url: 'rbd://elsewhere/images/i/snap', store: 'c' }],
    })
  const copyHere = async () => {
    const { url } = await new GlanceRbdStore(rbd, { store: 'dcn0' }).add(imageId, { pieces: content() })
    hub.setLocations(imageId, [{ url, store: 'dcn0' }])
  }
  const boot = (site: ReturnType<typeof open>, image: AgentImage) =>
    site.agent.spawnServer({ serverId: 's', host, root: { kind: 'image', image, diskBytes: 0 } })
  return { clock, hub, rbd, hostDisk, sunk, open, atHub, copyHere, boot }
}

async function qcow2Of(raw: readonly Content[]): Promise<Uint8Array> {
  const virtualSizeBytes = raw.reduce((total, piece) => total + contentLength(piece), 0)
  const file = Buffer.alloc(2 * virtualSizeBytes)
  const sink: ByteSink = { write: async (offset, bytes) => file.set(bytes, offset) }
  const { fileBytes } = await writeQcow2(sink, raw, { virtualSizeBytes })
  return file.subarray(0, fileBytes)
}

describe('an image in another format at the hub', () => {
  it('becomes a raw volume (O63)', async () => {
    const { open, atHub, rbd, hostDisk } = await setUp()
    const image = atHub('qcow2', [...runs(await qcow2Of(content()))])
    const site = open()
    const source = { kind: 'image', image } as const
    expect(await site.agent.createVolume({ volumeId: 'v', sizeBytes: 8 * MiB, source })).toEqual({ cloned: false })
    expect(await digestOf(rbd.read(volumeImage('v'), {}))).toBe(await grown(content(), 8 * MiB))
    expect(await hostDisk.list(`${host}/conversion`)).toEqual([])
  })

  it('becomes a raw root disk, from a raw file in the cache (O46)', async () => {
    const { open, atHub, boot, rbd, hostDisk } = await setUp({ neverDownloadImageIfOnRbd: false })
    await boot(open(), atHub('qcow2', [...runs(await qcow2Of(content()))]))
    expect(await digestOf(rbd.read(serverDisk('s'), {}))).toBe(await digestOf(content()))
    const [file] = await hostDisk.list(`${host}/_base`)
    expect(await digestOf(hostDisk.content(`${host}/_base/${file}`))).toBe(await digestOf(content()))
  })

  it('that is not what it says is unacceptable and leaves nothing', async () => {
    const { open, atHub, boot, rbd, hostDisk } = await setUp({ neverDownloadImageIfOnRbd: false })
    await expect(boot(open(), atHub('qcow2'))).rejects.toThrow(
      `Build of instance s aborted: Image ${imageId} is unacceptable: Image format mismatch`,
    )
    expect(await rbd.listImages('vms')).toEqual([])
    expect(await hostDisk.list(`${host}/_base`)).toEqual([])
  })
})

describe('a site that copies on boot (O43, O44)', () => {
  const copyOnBoot = { store: 'dcn0' }

  it('asks for a copy, waits for it and clones', async () => {
    const { open, atHub, boot, copyHere, hub, rbd } = await setUp({ copyOnBoot })
    hub.onCopy = async ({ store }) => {
      hub.importingToStores.push(store)
    }
    const shown = hub.showImage.bind(hub)
    let polls = 0
    hub.showImage = async (id) => {
      if (++polls === 3) {
        hub.importingToStores.length = 0
        await copyHere()
      }
      return shown(id)
    }
    await boot(open(), atHub())
    expect(polls).toBe(3)
    expect(await rbd.info(serverDisk('s'))).toMatchObject({ parent: { pool: 'images', image: imageId } })
  })

  it('does not ask for an image that is here or cannot be cloned', async () => {
    const { open, atHub, boot, hub } = await setUp({ copyOnBoot })
    let asked = 0
    hub.onCopy = async () => void asked++
    await expect(boot(open(), atHub('qcow2'))).rejects.toThrow('Image is not raw format')
    expect(asked).toBe(0)
  })

  it.each<[string, (hub: FakeHub) => void, string]>([
    [
      'is refused while another import runs',
      (hub) => {
        hub.onCopy = async () => {
          throw new ConflictError('Image has active task')
        }
      },
      `Import of image ${imageId} refused: Image has active task`,
    ],
    ['fails', (hub) => hub.failedImport.push('dcn0'), 'Copy to store dcn0 unsuccessful because: failed import'],
    ['takes more than 600 s', (hub) => hub.importingToStores.push('dcn0'), 'Copy to store dcn0 timed out'],
    ['waits for a store whose name contains its own', (hub) => hub.importingToStores.push('dcn01'), 'timed out'],
    ['ends without a copy', () => {}, 'No image locations are accessible'],
  ])('gives up when the copy %s', async (_, arrange, reason) => {
    const { open, atHub, boot, hub, rbd, sunk } = await setUp({ copyOnBoot })
    arrange(hub)
    const spawn = boot(open(), atHub())
    await expect(spawn).rejects.toThrow(`Build of instance s aborted: Image ${imageId} is unacceptable: `)
    await expect(spawn).rejects.toThrow(reason)
    expect(await rbd.listImages('vms')).toEqual([])
    expect(sunk.filter(({ level }) => level === 'WARNING')).toHaveLength(1)
  })

  it('waits for the copy of another when its own request comes too late', async () => {
    const { open, atHub, boot, copyHere, hub, rbd } = await setUp({ copyOnBoot })
    hub.onCopy = async () => {
      await copyHere()
      throw new InvalidArgumentError("Image is already present at store 'dcn0'")
    }
    await boot(open(), atHub())
    expect(await rbd.listImages('vms')).toEqual(['s_disk'])
  })

  it('streams after a refused copy where downloads are allowed', async () => {
    const { open, atHub, boot, hub, rbd } = await setUp({ copyOnBoot, neverDownloadImageIfOnRbd: false })
    hub.onCopy = async () => {
      throw new ConflictError('Image has active task')
    }
    await boot(open(), atHub())
    expect(await rbd.info(serverDisk('s'))).not.toHaveProperty('parent')
    expect(hub.downloads).toBe(1)
  })
})

describe('a site that restarts', () => {
  it('opens the disks of its servers again, all that it can', async () => {
    const { open, rbd, sunk } = await setUp()
    const first = open()
    for (const id of ['v', 'w']) await first.agent.createVolume({ volumeId: id, sizeBytes: GiB })
    await first.stop()
    const second = open()
    await second.start()
    const running = [
      { serverId: 'lost', disks: [serverDisk('lost')] },
      { serverId: 'a', disks: [volumeImage('v')] },
      { serverId: 'b', disks: [volumeImage('w')] },
    ]
    await second.resume(running)
    await second.resume(running)
    expect((await rbd.listDetailed('volumes')).map(({ lock }) => lock)).toEqual(['exclusive', 'exclusive'])
    const errors = sunk.filter(({ level }) => level === 'ERROR')
    expect(errors[0]).toMatchObject({ logger: 'nova.compute.manager', host })
    expect(errors[0]?.message).toContain('[instance: lost] Failed to resume instance:')
    const again = second.agent.spawnServer({ serverId: 'a', host, root: { kind: 'volume', volumeId: 'v' } })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    await second.stop()
  })

  it('leaves the disk of an unfinished boot alone; destroying the server removes it', async () => {
    const { open, atHub, boot, rbd } = await setUp({ neverDownloadImageIfOnRbd: false })
    await rbd.createImage(serverDisk('s'), { sizeBytes: 4 * MiB })
    const site = open()
    await expect(boot(site, atHub())).rejects.toMatchObject({
      code: 'already_exists',
      message: 'RBD image s_disk already exists',
    })
    expect(await rbd.listImages('vms')).toEqual(['s_disk'])
    await site.agent.destroyServer({ serverId: 's', host })
    await boot(site, atHub())
    expect(await digestOf(rbd.read(serverDisk('s'), {}))).toBe(await digestOf(content()))
  })
})

describe('a site that stops', () => {
  it('ends what is under way, cleans up and takes no more', async () => {
    const { open, atHub, boot, hub, rbd, hostDisk } = await setUp({ neverDownloadImageIfOnRbd: false })
    const site = open()
    await site.start()
    const began = Promise.withResolvers<void>()
    hub.beforePiece = async () => {
      began.resolve()
      await new Promise(setImmediate)
    }
    const spawn = expect(boot(site, atHub())).rejects.toMatchObject({ code: 'cancelled' })
    await began.promise
    await site.stop()
    await spawn
    expect(await rbd.listImages('vms')).toEqual([])
    expect(await hostDisk.list(`${host}/_base`)).toEqual([])
    await expect(site.agent.createVolume({ volumeId: 'v', sizeBytes: GiB })).rejects.toMatchObject({
      code: 'unavailable',
    })
    await site.stop()
  })
})

describe('caching an image before it is booted (P17, P23, P24)', () => {
  it('downloads it the first time, and boots from it without the hub', async () => {
    const { open, atHub, boot, hub } = await setUp({ neverDownloadImageIfOnRbd: false })
    const site = open()
    const image = atHub()
    expect(await site.cacheImage(host, image)).toBe(true)
    expect(await site.cacheImage(host, image)).toBe(false)
    await boot(site, image)
    expect(hub.downloads).toBe(1)
    await expect(site.cacheImage('nowhere', image)).rejects.toThrow('Compute host nowhere could not be found.')
  })
})

describe('the compute log', () => {
  it('keeps the newest lines, oldest first, and hands each to the sink', async () => {
    const { open, atHub, boot, sunk } = await setUp({ computeLogLines: 3 })
    const site = open()
    for (let n = 0; n < 4; n++) await boot(site, atHub()).catch(() => {})
    expect(sunk).toHaveLength(8)
    expect(await site.agent.computeLog()).toEqual(sunk.slice(-3))
  })
})
